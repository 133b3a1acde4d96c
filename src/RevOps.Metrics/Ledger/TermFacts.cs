namespace RevOps.Metrics;

/// <summary>What movements must know of price terms and invoice lines, by their number.</summary>
internal sealed class TermFacts
{
    private readonly List<PriceTerm?> _terms = [];
    private readonly List<int> _planOf = [], _productOf = [];

    public NameList Plans { get; } = new();

    public NameList Products { get; } = new();

    /// <summary>The number that the next term gets.</summary>
    public int Next => _terms.Count;

    public void Add(PriceTerm term) => Add(term, term.Plan, term.Product);

    /// <summary>Adds a line of an invoice, of which no more is known, and gives its number.</summary>
    public int Add(string? plan, string? product) => Add(null, plan, product);

    public int PlanOf(int term) => _planOf[term];

    public int ProductOf(int term) => _productOf[term];

    /// <summary>True for a step of price that the contract had agreed on.</summary>
    public bool IsContractedStep(int term) => _terms[term] is { IsContractedStep: true };

    /// <summary>True when rows of both stand under the same plan and product.</summary>
    public bool HaveSameValues(int one, int other) => _planOf[one] == _planOf[other] && _productOf[one] == _productOf[other];

    /// <summary>What is behind the change of a subscription's price from one term to another, or within one; null where invoice lines do not tell.</summary>
    public MovementCause? CauseBetween(int before, int after)
    {
        if (before == after) return _terms[before] is null ? null : MovementCause.Discount;
        (PriceTerm? old, PriceTerm? now) = (_terms[before], _terms[after]);
        if (now is { IsContractedStep: true }) return MovementCause.ContractedStep;
        if (_productOf[before] != _productOf[after]) return MovementCause.OtherProduct;
        if (_planOf[before] != _planOf[after]) return MovementCause.SameProduct;
        if (old is null || now is null) return null;
        if (old.Quantity != now.Quantity) return MovementCause.SameProduct;
        return old.Price != now.Price || old.Interval != now.Interval ? MovementCause.Price : MovementCause.Discount;
    }

    private int Add(PriceTerm? term, string? plan, string? product)
    {
        _terms.Add(term);
        _planOf.Add(Plans.CodeOf(plan));
        _productOf.Add(Products.CodeOf(product));
        return _terms.Count - 1;
    }
}
