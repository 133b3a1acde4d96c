namespace RevOps.Metrics;

/// <summary>A day on which a customer's rows are posted.</summary>
/// <param name="Day">The day, by its distance.</param>
/// <param name="OldVersion">The version of the customer's attributes until this day.</param>
/// <param name="NewVersion">The version from this day.</param>
internal readonly record struct PlainDay(int Day, int OldVersion, int NewVersion)
{
    /// <summary>True where the attributes change on this day.</summary>
    public bool IsChange => OldVersion != NewVersion;
}
