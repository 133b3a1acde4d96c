using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>The datasets that workloads are asked of, one at a time, so that the memory of one does not stand beside that of another.</summary>
internal sealed class Books(WorkloadData data, WorkloadFiles files)
{
    private static readonly string[] Movements =
        [.. new[] { MovementKind.New, MovementKind.Expansion, MovementKind.Contraction, MovementKind.Churn, MovementKind.Reactivation }.Select(kind => kind.ToString())];

    private RevenueDataset? _recurring, _columns, _pipeline;

    public WorkloadData Data => data;

    public WorkloadFiles Files => files;

    /// <summary>Customers, subscriptions and spend.</summary>
    public RevenueDataset Recurring
    {
        get
        {
            _columns = _pipeline = null;
            return _recurring ??= new WorkloadRecords(data).Recurring();
        }
    }

    /// <summary>Customers and subscriptions, these in columns.</summary>
    public RevenueDataset Columns
    {
        get
        {
            _recurring = _pipeline = null;
            return _columns ??= new WorkloadRecords(data).RecurringColumns();
        }
    }

    /// <summary>Deals.</summary>
    public RevenueDataset Pipeline
    {
        get
        {
            _recurring = _columns = null;
            return _pipeline ??= new WorkloadRecords(data).Pipeline();
        }
    }

    /// <summary>How many movements of recurring revenue the ledger holds; compiles it where that has not been done.</summary>
    public long MovementCount()
    {
        MeasureRequest all = new(
            new CountMeasure("movements", Metrics.Movements.On) { Where = [new CodeIn(Metrics.Movements.Kind, [.. Movements])] },
            DateWindow.Before(WorkloadCalendar.To.PlusYears(10)));
        return Recurring.Engine.Measure(new MeasureQuery { Requests = [all] })[Cell.Total, all];
    }

    /// <summary>Lets go of all of them.</summary>
    public void Release() => _recurring = _columns = _pipeline = null;
}
