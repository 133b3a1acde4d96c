namespace RevOps.Metrics.Predictive;

/// <summary>A form that was tried for a series.</summary>
/// <param name="Form">The form.</param>
/// <param name="Aicc">Akaike's corrected criterion, less is better; or why the form was left out.</param>
public sealed record EtsCandidate(EtsForm Form, Estimate Aicc);
