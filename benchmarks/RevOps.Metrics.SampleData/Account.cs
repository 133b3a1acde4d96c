using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>What is decided of an account before anything happens to it.</summary>
internal sealed record Account
{
    public required long Number { get; init; }

    public required string Id { get; init; }

    public required Segment Segment { get; init; }

    public required Channel Channel { get; init; }

    public required string Region { get; init; }

    public required string Industry { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>The first day of the first subscription; null for an account that never bought.</summary>
    public LocalDate? JoinsOn { get; init; }

    /// <summary>The day on which the account counts as the next larger segment; null when it never does.</summary>
    public LocalDate? GrowsOn { get; init; }

    public Segment SegmentOn(LocalDate day) => GrowsOn is { } grows && day >= grows ? Market.Above(Segment) : Segment;

    /// <summary>The customer of this number. Each is made from its own random numbers, so any of ten million can be made alone.</summary>
    public static Account Buyer(long number, SampleCompanyOptions options)
    {
        SampleRandom random = new(options.Seed, "buyer", number);
        Segment segment = random.Pick(Market.Segments, s => s.Weight);
        Channel channel = random.Pick(Market.Channels, c => c.Weight * Liking(segment, c));
        LocalDate joins = JoinDate(random, options);
        bool grows = segment != Market.Segments[^1] && random.Chance(0.08);
        LocalDate growsOn = joins.PlusMonths(random.Between(9, 24)).PlusDays(random.Between(0, 27));
        return Make(random, options, "C", number, segment, channel) with
        {
            JoinsOn = joins,
            GrowsOn = grows && growsOn < options.To ? growsOn : null,
        };
    }

    /// <summary>An account that has deals and never buys. The channels and segments that win least are the most common here.</summary>
    public static Account Prospect(long number, SampleCompanyOptions options)
    {
        SampleRandom random = new(options.Seed, "prospect", number);
        Segment segment = random.Pick(Market.Segments, s => s.Weight / s.WinRate);
        Channel channel = random.Pick(Market.Channels, c => c.Weight * Liking(segment, c) * (1 - c.WinRate) / c.WinRate);
        return Make(random, options, "P", number, segment, channel);
    }

    private static Account Make(SampleRandom random, SampleCompanyOptions options, string prefix, long number, Segment segment, Channel channel)
    {
        string region = random.Pick(Market.Regions, r => r == "Americas" ? 50 : r == "EMEA" ? 35 : 15);
        double mark = random.Unit();
        Currency currency = region != "EMEA" || mark < 0.08 ? options.ReportingCurrency : mark < 0.68 ? Currency.Eur : Currency.Gbp;
        return new Account
        {
            Number = number,
            Id = prefix + number.ToString(CultureInfo.InvariantCulture),
            Segment = segment,
            Channel = channel,
            Region = region,
            Industry = random.Pick(Market.Industries),
            Currency = currency,
        };
    }

    /// <summary>Small companies click on advertisements; large ones are called, met and introduced.</summary>
    private static double Liking(Segment segment, Channel channel) => (segment.Name, channel.Name) switch
    {
        ("SMB", "Paid Search" or "Organic") => 1.4,
        ("SMB", "Outbound" or "Events" or "Partner") => 0.5,
        ("Enterprise", "Paid Search") => 0.3,
        ("Enterprise", "Outbound" or "Events" or "Partner") => 2.2,
        _ => 1.0,
    };

    /// <summary>A quarter joined before the window; within it, more each year; every fourth on the first of a month.</summary>
    private static LocalDate JoinDate(SampleRandom random, SampleCompanyOptions options)
    {
        bool early = random.Chance(0.27);
        LocalDate from = early ? options.Founded : options.From;
        LocalDate to = early ? options.From : options.To;
        int half = Period.DaysBetween(from, to) / 2;
        LocalDate start = random.Chance(0.16) ? from.PlusDays(half) : from;
        LocalDate day = Market.SeasonalDay(random, start, to);
        return random.Chance(0.25) && day.Day != 1 ? new LocalDate(day.Year, day.Month, 1) : day;
    }
}
