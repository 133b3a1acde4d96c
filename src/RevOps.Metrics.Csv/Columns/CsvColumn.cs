namespace RevOps.Metrics.Csv;

/// <summary>A column of a layout: its name, what stands in it, and whether a file must have it.</summary>
internal abstract class CsvColumn(string name, string kind, string description, bool required)
{
    public string Name => name;

    /// <summary>What stands in its cells, for the documentation: "date", "number", "one of ...".</summary>
    public string Kind => kind;

    public string Description => description;

    public bool Required => required;

    /// <summary>True for free text, where a replacement changes what the source says; false for words of a closed list.</summary>
    public virtual bool IsText => false;

    /// <summary>True when its meaning depends on <see cref="CsvOptions.EndDates"/>.</summary>
    public virtual bool IsEndDate => false;
}

/// <summary>A column whose cells hold a <typeparamref name="T"/>.</summary>
internal abstract class CsvColumn<T>(string name, string kind, string description, bool required) : CsvColumn(name, kind, description, required)
{
    /// <summary>The code of the data issue for a cell that cannot be read.</summary>
    public abstract string ProblemCode { get; }

    /// <summary>What is wrong with such a cell, after its value.</summary>
    public abstract string Problem { get; }

    public abstract bool TryRead(string cell, CsvFormat format, out T value);

    public abstract string Write(T value, CsvFormat format);

    /// <summary>What to do about a cell that cannot be read.</summary>
    public abstract string Remedy(CsvFormat format);
}
