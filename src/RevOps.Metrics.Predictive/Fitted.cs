using System.Diagnostics.CodeAnalysis;

namespace RevOps.Metrics.Predictive;

/// <summary>A model whose parameters were found from observations, or the reason why these observations determine none.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed class Fitted<TModel>
    where TModel : class
{
    private Fitted(TModel? model, FitReport? report, string? reason) => (Model, Report, UndefinedReason) = (model, report, reason);

    /// <summary>The model; null where there is none.</summary>
    public TModel? Model { get; }

    /// <summary>How the search went; null where there was nothing to search for.</summary>
    public FitReport? Report { get; }

    /// <summary>Why there is no model; null when there is one.</summary>
    public string? UndefinedReason { get; }

    /// <summary>True when there is a model.</summary>
    [MemberNotNullWhen(true, nameof(Model), nameof(Report))]
    [MemberNotNullWhen(false, nameof(UndefinedReason))]
    public bool IsDefined => Model is not null;

    /// <summary>The model.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says why.</exception>
    public TModel OrThrow() => Model ?? throw new InvalidOperationException($"There is no model: {UndefinedReason}. Ask IsDefined first.");

    /// <summary>"BgNbdModel { ... }", or "undefined: no customer has bought again".</summary>
    public override string ToString() => IsDefined ? Model.ToString() ?? "" : $"undefined: {UndefinedReason}";

    /// <summary>What the observations leave open about the parameters; null where that was not asked.</summary>
    internal ParameterUncertainty<TModel>? Uncertainty { get; private init; }

    internal static Fitted<TModel> Of(Func<double[], TModel> model, MaximumLikelihoodFit fit)
    {
        ParameterUncertainty<TModel> uncertainty = new([.. fit.Report.Parameters.Select(parameter => parameter.Value)], fit.LogCovariance, model);
        return new(model(uncertainty.Values), fit.Report, null) { Uncertainty = uncertainty };
    }

    internal static Fitted<TModel> Of(TModel model, FitReport report) => new(model, report, null);

    internal static Fitted<TModel> Undefined(string reason) => new(null, null, reason);
}
