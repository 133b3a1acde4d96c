namespace RevOps.Metrics;

/// <summary>Which rows are summed for a window.</summary>
internal enum WindowPart
{
    /// <summary>Those within it.</summary>
    Within,

    /// <summary>All up to its close.</summary>
    UpToClose,

    /// <summary>All before it.</summary>
    UpToOpen,
}
