// The examples of docs/policies.md: for each option the smallest book that shows what it changes.
//   dotnet run docs/policies.cs > docs/expected/policies.txt
// A new option gets a method here, a line in the list below, and a section with its output on the page; a new value shows up by itself.
// Amounts are dollars a month, days are of 2026 unless they say otherwise.
#:project ../src/RevOps.Metrics
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RevOps.Metrics;

// Recurring revenue
Sources();
Usages();
Discounts();
ChurnRecognitionDays();
Reactivations();
PastDueInvoices();
FreePlans();
Pauses();
FxRates();
FxEffects();
YearBases();
PeriodStates();
Grains();
Netting();
FixedGrains();
FixedCalendars();
PriceChanges();
Ramps();
Identities();
RefundsInMrr();

// Churn and retention
ChurnDenominators();
ChurnWindows();
JoinedAndLost();
LostAndReturned();
NetChurnReactivation();
RetentionCaps();
RetentionCohorts();
MinimumCohorts();
RenewalGraceDays();
RetentionCosts();
TrialConversions();
ArpaDenominators();
QuickRatioReactivation();

// Unit economics
CacScopes();
CacCustomers();
CacSpendLags();
LifetimeValues();
ZeroChurns();
LifetimeCaps();
RateScalings();
CacPaybacks();
MagicNumbers();
RuleOf40Margins();

// Pipeline and forecast
DealScopes();
WinRates();
SalesCycles();
StageConversions();
Velocities();
CoverageDays();
ForecastDays();
ForecastChoices();
ForecastAccuracies();
RollUps();

// Ada's price is 100 a month; her invoice of the quarter says 270.
void Sources() => Ledger("Source", Enum.GetValues<RevenueSource>(), (ledger, value) => ledger with { Source = value },
    RevenueDataset.Build(
        subscriptions: [Paid("Ada", 100, "01-01")],
        invoices: [Billed("Ada 01-01", 270, new InvoiceLine { Kind = InvoiceLineKind.Recurring, Amount = Usd(270), From = Day("01-01"), To = Day("04-01") })]),
    In("2026-02", Revenue.Mrr));

// Ada pays 20 for her seats and 10 for usage she commits to; in February she is invoiced 30 for what she used beyond it in January.
void Usages() => Ledger("Usage", Enum.GetValues<UsageTreatment>(), (ledger, value) => ledger with { Usage = value },
    RevenueDataset.Build(
        subscriptions:
        [
            Paid("Ada", 20, "01-01"),
            Paid("Ada", 10, "01-02") with { Terms = [new() { From = Day("01-02"), Price = Usd(10), Interval = BillingInterval.Month, IsUsageCommitment = true }] },
        ],
        invoices: [Billed("Ada 01-02", 30, new InvoiceLine { Kind = InvoiceLineKind.Usage, Amount = Usd(30) })]),
    In("2026-02", Revenue.Mrr), In("2026-03", Revenue.Mrr));

// Ada is credited 25 in February.
void RefundsInMrr() => Policy("Refunds", Enum.GetValues<RefundTreatment>(), (policy, value) => policy with { Refunds = value },
    RevenueDataset.Build(
        subscriptions: [Paid("Ada", 100, "01-01")],
        creditNotes: [new() { Id = "n", CustomerId = "Ada", IssuedOn = Day("02-10"), Amount = Usd(25) }],
        options: new() { Coverage = new Dictionary<RecordType, Coverage> { [RecordType.CreditNote] = new(Day("01-01")) } }),
    In("2026-02", Revenue.RefundedMrr, Revenue.Mrr), In("2026-03", Revenue.Mrr));

// Ada's coupon covers January alone, Bob's three months.
void Discounts() => Ledger("Discounts", Enum.GetValues<DiscountTreatment>(), (ledger, value) => ledger with { Discounts = value },
    Book(Discounted("Ada", 0.1m, until: "02-01"), Discounted("Bob", 0.2m, until: "04-01")), In("2026-01", Revenue.Mrr));

void ChurnRecognitionDays() => Ledger("ChurnRecognition", Enum.GetValues<ChurnRecognition>(), (ledger, value) => ledger with { ChurnRecognition = value },
    Book(Paid("Ada", 100, "01-01", "03-01") with { Cancellations = [new() { RequestedOn = Day("02-10") }] }),
    In("2026-02", Revenue.Mrr, Revenue.ChurnedMrr), In("2026-03", Revenue.Mrr, Revenue.ChurnedMrr));

void Reactivations() => Ledger("Reactivation",
    [ReactivationRule.Own, ReactivationRule.OwnWithin(10), ReactivationRule.ContinuousWithin(30), ReactivationRule.InExpansion],
    (ledger, value) => ledger with { Reactivation = value },
    Book(Paid("Ada", 100, "2025-12-01", "02-01"), Paid("Ada", 100, "02-21")),
    In("2026-Q1", Revenue.NewMrr, Revenue.ExpansionMrr, Revenue.ChurnedMrr, Revenue.ReactivationMrr));

void PastDueInvoices()
{
    Subscription ada = Paid("Ada", 100, "01-01"), bob = Paid("Bob", 100, "01-01") with { Collection = PaymentCollection.Invoice };
    Invoice Late(Subscription of) => new()
    {
        Id = of.Id, CustomerId = of.CustomerId, SubscriptionId = of.Id, IssuedOn = Day("01-01"), DueOn = Day("01-25"), PaidOn = Day("03-05"), Amount = Usd(100),
    };
    Ledger("PastDue", [PastDueRule.AutomaticChurnAfter(30), PastDueRule.ChurnAfter(30), PastDueRule.Counted, PastDueRule.Excluded],
        (ledger, value) => ledger with { PastDue = value },
        RevenueDataset.Build(subscriptions: [ada, bob], invoices: [Late(ada), Late(bob)]),
        In("2026-01", Revenue.Mrr), In("2026-02", Revenue.Mrr), In("2026-03", Revenue.ReactivationMrr));
}

void FreePlans() => Ledger("Free", Enum.GetValues<FreeTreatment>(), (ledger, value) => ledger with { Free = value },
    Book(Priced("Ada", (100, "01-01"), (0, "02-01"))), In("2026-02", Success.Customers, Revenue.ContractionMrr, Revenue.ChurnedMrr));

void Pauses() => Ledger("Pauses", Enum.GetValues<PauseTreatment>(), (ledger, value) => ledger with { Pauses = value },
    Book(Paid("Ada", 100, "01-01") with { Pauses = [new(Day("02-10"))] }),
    In("2026-02", Revenue.Mrr, Success.Customers, Revenue.PausedMrr, Revenue.ChurnedMrr));

void FxRates() => Ledger("FxRate", [FxRateRule.ServicePeriodStart, FxRateRule.PeriodEnd, FxRateRule.PeriodAverage, FxRateRule.ConstantAt(Day("01-01"))],
    (ledger, value) => ledger with { FxRate = value }, InEuros(), In("2026-02", Revenue.Mrr, Revenue.FxMrr), In("2026-03", Revenue.Mrr, Revenue.FxMrr));

void FxEffects() => Policy("FxEffect", Enum.GetValues<FxEffect>(), (policy, value) => policy with { FxEffect = value },
    InEuros(), In("2026-03", Revenue.ExpansionMrr, Revenue.FxMrr));

void YearBases() => Ledger("YearBasis", Enum.GetValues<YearBasis>(), (ledger, value) => ledger with { YearBasis = value },
    Book(Every(BillingInterval.Week, "Ada", 10)), In("2026-02", Revenue.Mrr, Revenue.Arr));

void PeriodStates() => Policy("PeriodState", Enum.GetValues<PeriodState>(), (policy, value) => policy with { PeriodState = value },
    Book(Paid("Ada", 100, "01-01"), Paid("Bob", 100, "02-10")),
    In("2026-02", Revenue.NewMrr, Revenue.Mrr), In("2026-03", Revenue.NewMrr, Revenue.Mrr));

void Grains() => Ledger("Grain", Enum.GetValues<MovementGrain>(), (ledger, value) => ledger with { Grain = value },
    RevenueDataset.Build(
        customers: [new() { Id = "Group" }, new() { Id = "Ada", Parents = [new("Group")] }, new() { Id = "Bob", Parents = [new("Group")] }],
        subscriptions: [Paid("Ada", 100, "01-01", "02-10"), Paid("Ada", 150, "02-10"), Paid("Bob", 30, "02-20")]),
    In("2026-02", Revenue.NewMrr, Revenue.ExpansionMrr, Revenue.ChurnedMrr, Success.Customers));

void Netting() => Ledger("Netting", Enum.GetValues<MovementNetting>(), (ledger, value) => ledger with { Netting = value },
    Book(Paid("Ada", 100, "01-01", "02-10"), Priced("Ada", (150, "02-10"), (120, "02-20"))),
    In("2026-02", Revenue.ExpansionMrr, Revenue.ContractionMrr, Revenue.Mrr));

void FixedGrains() => Ledger("FixedGrain", [CalendarGrain.Month, CalendarGrain.Quarter],
    (ledger, value) => ledger with { Netting = MovementNetting.ByPeriod, FixedGrain = value },
    Book(Priced("Ada", (100, "2025-12-01"), (150, "02-10"), (120, "03-10"))), In("2026-Q1", Revenue.ExpansionMrr, Revenue.ContractionMrr));

void FixedCalendars() => Ledger("FixedCalendar", [ReportingCalendar.Gregorian, ReportingCalendar.FiscalYearStartingIn(2)],
    (ledger, value) => ledger with { Netting = MovementNetting.ByPeriod, FixedGrain = CalendarGrain.Quarter, FixedCalendar = value },
    Book(Priced("Ada", (100, "2025-12-01"), (150, "03-10"), (120, "04-10"))),
    new Figures(
        "quarter of 15 March", policy => policy.Ledger.FixedCalendar.PeriodContaining(Day("03-15"), CalendarGrain.Quarter),
        [Revenue.ExpansionMrr, Revenue.ContractionMrr]));

void PriceChanges() => Ledger("PriceChanges", Enum.GetValues<PriceChangeDate>(), (ledger, value) => ledger with { PriceChanges = value },
    Book(Priced("Ada", (100, "01-05"), (150, "02-10"))), In("2026-02", Revenue.Mrr, Revenue.ExpansionMrr), In("2026-03", Revenue.Mrr, Revenue.ExpansionMrr));

void Ramps()
{
    Subscription priced = Priced("Ada", (100, "01-01"), (200, "2027-01-01")) with { End = Day("2028-01-01") };
    Ledger("Ramps", Enum.GetValues<RampTreatment>(), (ledger, value) => ledger with { Ramps = value },
        Book(priced with { Terms = [priced.Terms[0], priced.Terms[1] with { IsContractedStep = true }] }),
        In("2026", Revenue.NewMrr, Revenue.Mrr), In("2027", Revenue.ExpansionMrr, Revenue.Mrr));
}

void Identities() => Ledger("Identity", Enum.GetValues<CustomerIdentity>(), (ledger, value) => ledger with { Identity = value },
    RevenueDataset.Build(
        customers: [new() { Id = "Ada" }, new() { Id = "Ada Ltd" }],
        customerMerges: [new() { CustomerId = "Ada Ltd", IntoCustomerId = "Ada", Kind = CustomerMergeKind.Duplicate }],
        subscriptions: [Paid("Ada", 100, "01-01", "02-10"), Paid("Ada Ltd", 120, "02-10")]),
    In("2026-02", Revenue.NewMrr, Revenue.ExpansionMrr, Revenue.ChurnedMrr));

void ChurnDenominators() => Policy("ChurnDenominator", Enum.GetValues<ChurnDenominator>(), (policy, value) => policy with { ChurnDenominator = value },
    Book([.. Several(1, "01-01"), .. Several(1, "01-31"), .. Several(2, "01-01", "02-10"), .. Several(6, "02-20")]), In("2026-02", Success.LostCustomers, Success.CustomerChurnRate));

// Ada, Bob and Cyd have contracts of a year; Bob and Cyd let them run out.
void ChurnWindows() => Policy("ChurnWindow", Enum.GetValues<ChurnWindow>(), (policy, value) => policy with { ChurnWindow = value },
    Book([.. Several(5, "2025-01-01"), ByYear("Ada", "2025-02-10"), ByYear("Bob", "2025-02-10", "02-10"), ByYear("Cyd", "2025-01-05", "01-05")]),
    In("2026-02", Success.LostCustomers, Success.CustomerChurnRate));

void JoinedAndLost() => Policy("JoinedAndLost", Enum.GetValues<JoinedAndLostTreatment>(), (policy, value) => policy with { JoinedAndLost = value },
    Book([.. Several(3, "01-01"), Paid("Ada", 100, "01-01", "02-10"), Paid("Bob", 100, "02-10", "02-20")]),
    In("2026-02", Success.JoinedAndLostCustomers, Success.CustomerChurnRate));

void LostAndReturned() => Policy("LostAndReturned", Enum.GetValues<LostAndReturnedTreatment>(), (policy, value) => policy with { LostAndReturned = value },
    Book([.. Several(3, "01-01"), Paid("Ada", 100, "01-01", "02-10"), Paid("Ada", 100, "02-20")]),
    In("2026-02", Success.LostAndReturnedCustomers, Success.CustomerChurnRate));

void NetChurnReactivation() => Policy("NetChurnReactivation", Enum.GetValues<ReactivationTreatment>(), (policy, value) => policy with { NetChurnReactivation = value },
    Book(Paid("Ada", 50, "2025-11-01", "2025-12-01"), Paid("Ada", 50, "02-20"), Paid("Bob", 100, "01-01"), Paid("Cyd", 100, "01-01", "02-10")),
    In("2026-02", Success.NetRevenueChurnRate));

void RetentionCaps() => Policy("RetentionCap", Enum.GetValues<RetentionCap>(), (policy, value) => policy with { RetentionCap = value },
    Book(Priced("Ada", (100, "2025-01-01"), (150, "01-01")), Priced("Bob", (100, "2025-01-01"), (50, "01-01")),
        Priced("Cyd", (60, "2025-01-01"), (90, "01-01")), Priced("Cyd", (40, "2025-01-02"), (20, "01-01"))),
    In("2026-02", Success.GrossRevenueRetention, Success.NetRevenueRetention));

// Cyd's contract of a year falls due on 10 February and is renewed for 960.
void RetentionCohorts() => Policy("RetentionCohort", Enum.GetValues<RetentionCohort>(), (policy, value) => policy with { RetentionCohort = value },
    Book(Priced("Ada", (100, "2025-01-01"), (150, "2025-07-01")), Priced("Bob", (50, "01-01"), (30, "02-10")), ByYear("Cyd", "2025-02-10", null, (960, "02-10"))),
    In("2026-02", Success.GrossRevenueRetention, Success.NetRevenueRetention));

void MinimumCohorts() => Policy("MinimumCohort", [0, 10], (policy, value) => policy with { MinimumCohort = value },
    Book(Priced("Ada", (100, "2025-01-01"), (150, "01-01")), Paid("Bob", 100, "2025-01-01")), In("2026-02", Success.NetRevenueRetention));

// Ada's contract of a year was due on 5 February, and she signed the next one for the 15th.
void RenewalGraceDays() => Policy("RenewalGraceDays", [30, 0], (policy, value) => policy with { RenewalGraceDays = value },
    Book(ByYear("Ada", "2025-02-05", "02-05"), ByYear("Ada", "02-15")), In("2026-02", Success.ContractsDue, Success.LateRenewals, Success.LostContracts, Success.RenewalRate));

// Five customers of last year and two of this one; one of the five leaves in February, and one more joins.
void RetentionCosts() => Policy("RetentionCostPer", Enum.GetValues<RetentionCostPer>(), (policy, value) => policy with { RetentionCostPer = value },
    RevenueDataset.Build(
        subscriptions: [.. Several(4, "2025-01-01"), Paid("Ada", 100, "2025-01-01", "02-10"), .. Several(2, "01-10"), Paid("Bob", 100, "02-20")],
        spends: [new() { From = Day("02-01"), To = Day("03-01"), Amount = Usd(840), Category = SpendCategory.CustomerSuccess }]),
    In("2026-02", Success.RetainedCustomers, Success.Customers, Success.RetentionCost));

// Of three trials of January two end in it, one charged; the third ends in February and is charged.
void TrialConversions()
{
    Subscription Tried(string customer, string from, string firstPaid, string? to = null) => Paid(customer, 100, from, to) with { TrialEnd = Day(firstPaid) };
    Policy("TrialConversion", Enum.GetValues<TrialConversionBasis>(), (policy, value) => policy with { TrialConversion = value },
        Book(Tried("Ada", "01-05", "01-19"), Tried("Bob", "01-10", "01-24", to: "01-20"), Tried("Cyd", "01-25", "02-08")),
        In("2026-01", Success.TrialsStarted, Revenue.TrialConversion));
}

void ArpaDenominators() => Policy("ArpaDenominator", Enum.GetValues<ArpaDenominator>(), (policy, value) => policy with { ArpaDenominator = value },
    Book([Paid("Ada", 100, "01-01"), .. Several(2, "02-10")]), In("2026-02", Revenue.Mrr, Revenue.Arpa));

void QuickRatioReactivation() => Policy("QuickRatioReactivation", Enum.GetValues<ReactivationTreatment>(), (policy, value) => policy with { QuickRatioReactivation = value },
    Book(Paid("Ada", 50, "2025-11-01", "2025-12-01"), Paid("Ada", 50, "02-20"), Paid("Bob", 100, "02-10"), Paid("Cyd", 100, "01-01", "02-10")),
    In("2026-02", Revenue.QuickRatio));

// Four customers come in February.
void CacScopes() => Policy("CacScope", [CacScope.SalesAndMarketing, CacScope.MarketingOnly, CacScope.Of(SpendCategory.Marketing, SpendCategory.Sales, SpendCategory.CustomerSuccess)],
    (policy, value) => policy with { CacScope = value },
    RevenueDataset.Build(
        subscriptions: Several(4, "02-10"),
        spends: [Spent("02-01", 200, SpendCategory.Marketing), Spent("02-01", 600, SpendCategory.Sales), Spent("02-01", 400, SpendCategory.CustomerSuccess)]),
    In("2026-02", Marketing.AcquisitionSpend, Marketing.Cac, Marketing.BlendedCac));

// Ada and Bob sign in February; Ada pays from February, Bob from March.
void CacCustomers() => Policy("CacCustomers", Enum.GetValues<NewCustomerBasis>(), (policy, value) => policy with { CacCustomers = value },
    RevenueDataset.Build(
        subscriptions: [Paid("Ada", 100, "02-10"), Paid("Bob", 100, "03-01")],
        deals: [Closed(DealOutcome.Won, 1200) with { Id = "A", CustomerId = "Ada" }, Closed(DealOutcome.Won, 1200) with { Id = "B", CustomerId = "Bob" }],
        spends: [Spent("02-01", 800, SpendCategory.Sales)]),
    In("2026-02", Marketing.AcquisitionSpend, Marketing.Cac));

void CacSpendLags() => Policy("CacSpendLag", [0, 1, 2], (policy, value) => policy with { CacSpendLag = value },
    RevenueDataset.Build(
        subscriptions: Several(4, "03-10"),
        spends: [Spent("01-01", 400, SpendCategory.Sales), Spent("02-01", 800, SpendCategory.Sales), Spent("03-01", 1000, SpendCategory.Sales)]),
    In("2026-03", Success.NewCustomers, Marketing.Cac));

void LifetimeValues() => Policy("LifetimeValue", Enum.GetValues<LifetimeValueBasis>(), (policy, value) => policy with { LifetimeValue = value },
    RevenueDataset.Build(
        subscriptions: [.. Several(3, "01-01"), Paid("Ada", 100, "01-01", "02-10")],
        financialFigures: [Booked("02-28", FinancialAccount.Revenue, 400), Booked("02-28", FinancialAccount.CostOfRevenue, 80)]),
    In("2026-02", Revenue.Arpa, UnitEconomics.GrossMargin, Success.CustomerChurnRate, UnitEconomics.Cltv));

void ZeroChurns() => Policy("ZeroChurn", Enum.GetValues<ZeroChurnTreatment>(), (policy, value) => policy with { ZeroChurn = value },
    Winning(Paid("Ada", 100, "01-01")), In("2026-02", Revenue.Arpa, UnitEconomics.GrossMargin, Success.CustomerChurnRate, UnitEconomics.Cltv));

void LifetimeCaps() => Policy("LifetimeCapMonths", [60, 36], (policy, value) => policy with { LifetimeCapMonths = value },
    Winning(Paid("Ada", 100, "01-01")), In("2026-02", Revenue.Arpa, UnitEconomics.GrossMargin, UnitEconomics.CappedCltv));

void RateScalings() => Policy("RateScaling", Enum.GetValues<RateScaling>(), (policy, value) => policy with { RateScaling = value },
    Book([Paid("Ada", 100, "2025-12-01"), .. Several(7, "2025-12-01", "02-10")]),
    In("2026-Q1", Success.CustomerChurnRate, Success.MonthlyCustomerChurnRate));

void CacPaybacks() => Policy("CacPayback", Enum.GetValues<CacPaybackBasis>(), (policy, value) => policy with { CacPayback = value },
    Winning(Paid("Ada", 100, "01-01"), Paid("Bob", 50, "02-10")),
    In("2026-02", Marketing.AcquisitionSpend, Marketing.Cac, Revenue.NewMrr, Revenue.Arpa, UnitEconomics.GrossMargin, UnitEconomics.CacPayback));

void MagicNumbers() => Policy("MagicNumber", Enum.GetValues<MagicNumberBasis>(), (policy, value) => policy with { MagicNumber = value },
    Winning(Paid("Ada", 100, "2025-10-01"), Paid("Bob", 50, "02-10")),
    In("2026-Q1", Revenue.OpeningArr, Revenue.Arr, Revenue.Mrr.OverMonths(), UnitEconomics.MagicNumber));

void RuleOf40Margins() => Policy("RuleOf40Margin", Enum.GetValues<RuleOf40Margin>(), (policy, value) => policy with { RuleOf40Margin = value },
    Winning(Priced("Ada", (100, "2025-01-01"), (130, "01-01"))), In("2026-02", Revenue.Mrr, UnitEconomics.RuleOf40));

void DealScopes() => Policy("Deals", Enum.GetValues<DealScope>(), (policy, value) => policy with { Deals = value },
    RevenueDataset.Build(deals:
    [
        Closed(DealOutcome.Won, 1000), Closed(DealOutcome.Lost, 1000),
        Closed(DealOutcome.Won, 500) with { Id = "renewal", Type = DealType.Renewal }, Closed(DealOutcome.Won, 500) with { Id = "expansion", Type = DealType.Expansion },
    ]),
    In("2026-02", Sales.WonDeals, Sales.LostDeals, Sales.WinRate));

void WinRates() => Policy("WinRate", Enum.GetValues<WinRateBasis>(), (policy, value) => policy with { WinRate = value },
    RevenueDataset.Build(deals:
    [
        Closed(DealOutcome.Won, 1000), Closed(DealOutcome.Lost, 3000), Closed(DealOutcome.Lost, 2000) with { Id = "undecided", LostReason = "no decision" },
        new() { Id = "open", CreatedOn = Day("02-10"), Amount = Usd(1000) },
    ]),
    In("2026-02", Sales.WinRate));

void SalesCycles() => Policy("SalesCycle", Enum.GetValues<SalesCycleBasis>(), (policy, value) => policy with { SalesCycle = value },
    RevenueDataset.Build(
        deals: [Closed(DealOutcome.Won, 1000, days: 10) with { LeadId = "l" }, Closed(DealOutcome.Lost, 1000, days: 20)],
        leads: [new() { Id = "l", FirstTouchOn = Day("01-01"), SalesQualifiedOn = Day("02-01") }]),
    In("2026-02", Sales.SalesCycle, Sales.MedianSalesCycle));

void StageConversions()
{
    Deal Moved(string id, params (string Stage, string On)[] stages) => new()
    {
        Id = id, CreatedOn = Day(stages[0].On), Amount = Usd(1000), History = [.. stages.Select(stage => new DealChange { On = Day(stage.On), Stage = stage.Stage })],
    };
    Policy("StageConversion", Enum.GetValues<StageConversionBasis>(), (policy, value) => policy with { StageConversion = value },
        RevenueDataset.Build(
            deals:
            [
                Moved("Ada", ("Demo", "01-20"), ("Proposal", "02-10")), Moved("Bob", ("Demo", "01-25"), ("Proposal", "02-20")),
                Moved("Cyd", ("Demo", "02-05"), ("Proposal", "03-05")), Moved("Dan", ("Demo", "02-06")),
            ],
            options: new() { Stages = ["Demo", "Proposal"] }),
        In("2026-02", Sales.StageConversionBetween("Demo", "Proposal")));
}

void Velocities()
{
    Deal Open(string id, string created) => new() { Id = id, CreatedOn = Day(created), Amount = Usd(3000) };
    Policy("Velocity", Enum.GetValues<VelocityBasis>(), (policy, value) => policy with { Velocity = value },
        RevenueDataset.Build(deals:
        [
            Closed(DealOutcome.Won, 3000, days: 30), Closed(DealOutcome.Lost, 3000, days: 30),
            Open("O1", "01-10"), Open("O2", "01-20"), Open("O3", "02-10"),
        ]),
        In("2026-02", Sales.WinRate, Sales.AverageDealSize, Sales.SalesCycle, Sales.PipelineVelocity));
}

// February's pipeline is 3,000 at its opening and a new deal of 1,000 on the 5th; on the 10th 1,500 of it are won. The quota is 2,500.
void CoverageDays()
{
    Deal Expected(string id, string created, decimal amount) => new() { Id = id, CreatedOn = Day(created), Amount = Usd(amount), ExpectedCloseOn = Day("02-20") };
    Policy("CoverageDay", [0, 5, 15], (policy, value) => policy with { CoverageDay = value },
        RevenueDataset.Build(
            deals:
            [
                Expected("O1", "01-10", 1500), Expected("O2", "02-05", 1000),
                Expected("W1", "01-10", 1500) with { Outcome = DealOutcome.Won, ClosedOn = Day("02-10") },
            ],
            quotas: [new() { PeriodStart = Day("02-01"), PeriodEnd = Day("03-01"), Amount = Usd(2500) }]),
        In("2026-02", Sales.Quota, Sales.PipelineCoverage));
}

void ForecastDays() =>
    Policy("ForecastDay", [5, 15], (policy, value) => policy with { ForecastDay = value },
        RevenueDataset.Build(deals: [Closed(DealOutcome.Won, 1000)], forecastSnapshots: [Taken("02-02", 1200), Taken("02-12", 900)]),
        In("2026-02", Forecast.Judged, Forecast.Bias, Forecast.Accuracy));

void ForecastChoices() => Policy("ForecastChoice", Enum.GetValues<ForecastChoice>(), (policy, value) => policy with { ForecastChoice = value },
    RevenueDataset.Build(deals: [Closed(DealOutcome.Won, 1000)], forecastSnapshots: [Taken("01-20", 1800), Taken("02-02", 1200), Taken("02-12", 900)]),
    In("2026-02", Forecast.Judged, Forecast.Bias, Forecast.Accuracy));

void ForecastAccuracies() => Policy("ForecastAccuracy", Enum.GetValues<ForecastAccuracyBasis>(), (policy, value) => policy with { ForecastAccuracy = value },
    RevenueDataset.Build(deals: [Closed(DealOutcome.Won, 1000)], forecastSnapshots: [Taken("02-02", 2500)]),
    In("2026-02", Forecast.Judged, Forecast.Accuracy));

void RollUps()
{
    Deal Open(ForecastCategory category, decimal amount) =>
        new() { Id = $"{category}", CreatedOn = Day("01-10"), ExpectedCloseOn = Day("02-25"), Category = category, Amount = Usd(amount) };
    Policy("RollUp", Enum.GetValues<CategoryRollUp>(), (policy, value) => policy with { RollUp = value },
        RevenueDataset.Build(deals:
        [
            Closed(DealOutcome.Won, 50), Open(ForecastCategory.Commit, 150), Open(ForecastCategory.BestCase, 100), Open(ForecastCategory.Pipeline, 200),
        ]),
        In("2026-02", Forecast.RolledUp.Commit, Forecast.RolledUp.BestCase, Forecast.RolledUp.OpenPipeline));
}

// Records, as short as they can be written.
LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text.Length == 5 ? $"2026-{text}" : text).Value;

Money Usd(decimal amount) => new(amount, Currency.Usd);

Subscription Paid(string customer, decimal price, string from, string? to = null) =>
    Priced(customer, (price, from)) with { End = to is null ? null : Day(to) };

Subscription Priced(string customer, params (decimal Price, string From)[] prices) => new()
{
    Id = $"{customer} {prices[0].From}", CustomerId = customer, Start = Day(prices[0].From),
    Terms = [.. prices.Select(price => new PriceTerm { From = Day(price.From), Price = Usd(price.Price), Interval = BillingInterval.Month })],
};

// A contract of a year for 1,200, and what later years are for.
Subscription ByYear(string customer, string from, string? to = null, params (decimal Price, string From)[] later) => Paid(customer, 100, from, to) with
{
    Terms = [.. later.Prepend((Price: 1200, From: from)).Select(price => new PriceTerm { From = Day(price.From), Price = Usd(price.Price), Interval = BillingInterval.Year })],
};

IEnumerable<Subscription> Several(int customers, string from, string? to = null) =>
    Enumerable.Range(1, customers).Select(i => Paid(string.Create(CultureInfo.InvariantCulture, $"{from}/{to}/{i}"), 100, from, to));

Subscription Every(BillingInterval interval, string customer, decimal price) =>
    Paid(customer, price, "01-01") with { Terms = [new() { From = Day("01-01"), Price = Usd(price), Interval = interval }] };

Subscription Discounted(string customer, decimal share, string until) => Paid(customer, 100, "01-01") with
{
    Terms = [new() { From = Day("01-01"), Price = Usd(100), Interval = BillingInterval.Month, Discounts = [new() { Share = share, To = Day(until) }] }],
};

// An invoice of 5 February.
Invoice Billed(string subscription, decimal amount, InvoiceLine line) =>
    new() { Id = "i", CustomerId = "Ada", SubscriptionId = subscription, IssuedOn = Day("02-05"), Amount = Usd(amount), Lines = [line] };

Spend Spent(string on, decimal amount, SpendCategory category) => new() { From = Day(on), Amount = Usd(amount), Category = category };

ForecastSnapshot Taken(string on, decimal amount) => new() { PeriodStart = Day("02-01"), PeriodEnd = Day("03-01"), TakenOn = Day(on), Amount = Usd(amount) };

Deal Closed(DealOutcome outcome, decimal amount, int days = 10) =>
    new() { Id = $"{outcome}", Outcome = outcome, CreatedOn = Day("02-20").PlusDays(-days), ClosedOn = Day("02-20"), Amount = Usd(amount) };

// 240 spent on sales in the last quarter, 400 in January and 300 in February. The books show a revenue of 270 for the last quarter and 400 for February, at a cost of 80;
// of the 400 a free cash flow of 40, an EBITDA of 60 and an operating loss of 20.
RevenueDataset Winning(params Subscription[] subscriptions) => RevenueDataset.Build(
    subscriptions: subscriptions,
    spends: [Sold("2025-12-10", 240), Sold("01-10", 400), Sold("02-10", 300)],
    financialFigures:
    [
        Booked("2025-12-31", FinancialAccount.Revenue, 270), Booked("02-28", FinancialAccount.Revenue, 400), Booked("02-28", FinancialAccount.CostOfRevenue, 80),
        Booked("02-28", FinancialAccount.FreeCashFlow, 40), Booked("02-28", FinancialAccount.Ebitda, 60), Booked("02-28", FinancialAccount.OperatingIncome, -20),
    ]);

Spend Sold(string on, decimal amount) => new() { From = Day(on), Amount = Usd(amount), Category = SpendCategory.Sales };

FinancialFigure Booked(string on, FinancialAccount account, decimal amount) => new() { On = Day(on), Account = account, Amount = Usd(amount) };

RevenueDataset Book(params Subscription[] subscriptions) => RevenueDataset.Build(subscriptions: subscriptions);

// EUR 100 on the 10th of each month; a euro is a dollar, and from 15 February 1.20.
RevenueDataset InEuros() => RevenueDataset.Build(
    subscriptions: [Paid("Ada", 100, "01-10") with { Terms = [new() { From = Day("01-10"), Price = new(100, Currency.Eur), Interval = BillingInterval.Month }] }],
    options: new()
    {
        ReportingCurrency = Currency.Usd,
        ExchangeRates = new([new(Day("01-01"), Currency.Eur, Currency.Usd, 1.00m), new(Day("02-15"), Currency.Eur, Currency.Usd, 1.20m)]),
    });

// A table for each option: a row for each value, the default first, and a column for each figure.
Figures In(string period, params Metric[] metrics) => new(period, _ => ReportingCalendar.Gregorian.Parse(period), metrics);

void Ledger<T>(string option, IEnumerable<T> values, Func<LedgerPolicy, T, LedgerPolicy> set, RevenueDataset data, params Figures[] figures)
    where T : notnull =>
    Policy($"Ledger.{option}", values, (policy, value) => policy with { Ledger = set(policy.Ledger, value) }, data, figures);

void Policy<T>(string option, IEnumerable<T> values, Func<MetricPolicy, T, MetricPolicy> set, RevenueDataset data, params Figures[] figures)
    where T : notnull
{
    string title = figures.Length == 1 ? $"{option}, {figures[0].Label}" : option;
    List<string[]> lines = [[title, .. figures.SelectMany(f => f.Metrics.Select(metric => figures.Length == 1 ? metric.Name : $"{f.Label} {metric.Name}"))]];
    foreach (T value in values.OrderByDescending(value => set(MetricPolicy.Default, value) == MetricPolicy.Default))
    {
        MetricPolicy policy = set(MetricPolicy.Default, value);
        MetricResult Of(Figures f, Metric metric) => data.Evaluate(metric, [f.Period(policy)], options: new() { Policy = policy })[metric, f.Period(policy)];
        lines.Add([value.ToString()!, .. figures.SelectMany(f => f.Metrics.Select(metric => Shown(Of(f, metric))))]);
    }

    int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
    foreach (string[] line in lines) Console.WriteLine(string.Join("  ", line.Select((text, i) => i == 0 ? text.PadRight(widths[i]) : text.PadLeft(widths[i]))));
    Console.WriteLine();
}

string Shown(MetricResult result) => result.Magnitude is not { } number ? "undefined"
    : number.ToString(
        result.Metric.UnitName.StartsWith("ratio", StringComparison.Ordinal) ? "0.00 %" : result.Metric.UnitName == "multiple" ? "0.00 x" : "0.##",
        CultureInfo.InvariantCulture);

internal sealed record Figures(string Label, Func<MetricPolicy, ReportingPeriod> Period, Metric[] Metrics);
