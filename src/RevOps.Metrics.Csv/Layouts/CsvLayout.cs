namespace RevOps.Metrics.Csv;

/// <summary>The columns of one kind of file.</summary>
internal abstract class CsvLayout(CsvFile? file, string fileName, string row, IReadOnlyList<CsvColumn> columns)
{
    /// <summary>What an extra column of customers begins with: "attribute:segment".</summary>
    public const string AttributePrefix = "attribute:";

    /// <summary>Which of the known files; null for another one, such as a lookup.</summary>
    public CsvFile? File => file;

    public string FileName => fileName;

    /// <summary>What one row holds, for the documentation.</summary>
    public string Row => row;

    public IReadOnlyList<CsvColumn> Columns => columns;

    /// <summary>True when a file may have any number of columns named <c>attribute:...</c>.</summary>
    public virtual bool TakesAttributes => false;
}

/// <summary>How one kind of file holds its records.</summary>
internal abstract class CsvLayout<T>(CsvFile? file, string fileName, string row, IReadOnlyList<CsvColumn> columns) : CsvLayout(file, fileName, row, columns)
{
    /// <summary>The record in a row; of no use once <see cref="CsvRow.Failed"/> is set.</summary>
    public abstract T Read(CsvRow row);

    /// <summary>Writes a record's cells.</summary>
    public abstract void Write(T record, CsvCells cells);
}
