using CsvHelper;

namespace RevOps.Metrics.Csv;

/// <summary>Reads a file's rows in batches, the next one on another thread while one is worked on.</summary>
/// <remarks>The parser takes about as long as all that is done with the rows. What is done stays in the order of the rows and on the caller's thread.</remarks>
/// <param name="parser">The parser, behind the header.</param>
/// <param name="rowsAtOnce">How many rows a batch has.</param>
/// <param name="bytes">Tells how many bytes of the file were read.</param>
internal sealed class ReadAhead(CsvParser parser, int rowsAtOnce, Func<long>? bytes)
{
    /// <summary>Enough that handing a batch over costs nothing beside it, and few enough for a core's cache.</summary>
    public const int UsualRows = 4096;

    private bool _isBad;
    private long _line;

    /// <summary>Called by the parser for a cell in which a quotation mark stands wrongly.</summary>
    public void MeetBad() => _isBad = true;

    /// <summary>The batches until the end; one is good until the next is asked for.</summary>
    /// <param name="isRead">Which columns are read.</param>
    public IEnumerable<CellBatch> Batches(bool[] isRead)
    {
        _line = parser.RawRow;
        CellBatch batch = Filled(new CellBatch(isRead, rowsAtOnce)), spare = new(isRead, rowsAtOnce);
        while (true)
        {
            // A file of one batch, and a machine of one processor, need no other thread.
            CellBatch toFill = spare;
            Task<CellBatch>? next = batch.End is null && Environment.ProcessorCount > 1 ? Task.Run(() => Filled(toFill)) : null;
            try
            {
                yield return batch;
            }
            finally
            {
                // The reader must not be in use any more when the caller closes it.
                next?.Wait();
            }

            if (batch.End is not null) yield break;
            (batch, spare) = (next is null ? Filled(spare) : next.Result, batch);
        }
    }

    private CellBatch Filled(CellBatch batch)
    {
        batch.Clear();
        batch.End = Fill(batch);
        batch.NextLine = _line + 1;
        batch.Bytes = bytes?.Invoke();
        return batch;
    }

    /// <summary>Why filling ended; null where the batch is full. What is thrown is told once the rows before it are worked on.</summary>
    private CellBatchEnd? Fill(CellBatch batch)
    {
        try
        {
            while (!batch.IsFull)
            {
                if (!parser.Read()) return new CellBatchEnd();
                long first = _line + 1;
                _line = parser.RawRow;
                if (parser.Count == 1 && parser[0].Length == 0) continue;
                batch.Add(parser, first, ref _isBad);
            }

            return null;
        }
        catch (MaxFieldSizeException)
        {
            return new CellBatchEnd(IsCellTooLong: true);
        }
        catch (Exception failure)
        {
            return new CellBatchEnd(Failure: failure);
        }
    }
}
