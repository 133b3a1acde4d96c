namespace RevOps.Metrics;

/// <summary>The day on which a cancelled subscription stops counting.</summary>
public enum ChurnRecognition
{
    /// <summary>The first day not served: what is paid for still counts.</summary>
    EndOfService,

    /// <summary>The day of the request; a withdrawn request counts again from the day it was withdrawn.</summary>
    AtRequest,
}
