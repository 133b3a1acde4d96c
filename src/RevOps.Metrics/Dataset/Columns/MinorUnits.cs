namespace RevOps.Metrics;

/// <summary>Amounts as whole numbers of minor units, with the digits they were written with: 12.5 USD is 1250 with one digit less than cents have.</summary>
internal static class MinorUnits
{
    /// <summary>The minor units of an amount of zero or more; false for one that has a part of a minor unit, or is too large.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="units">Its minor units.</param>
    /// <param name="digits">How many digits it has behind its point more than its currency has.</param>
    public static bool TryOf(Money money, out long units, out sbyte digits)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(money.Amount, bits);
        int scale = (bits[3] >> 16) & 0xFF;
        digits = (sbyte)(scale - money.Currency.MinorUnits);
        units = unchecked(((long)bits[1] << 32) | (uint)bits[0]);
        if (bits[3] < 0 || bits[2] != 0 || units < 0) return false;
        if (digits == 0) return true;
        return digits < 0 ? TryTimes(ref units, -digits) : TryDivide(ref units, digits);
    }

    /// <summary>The amount again, with the same digits.</summary>
    public static Money ToMoney(long units, sbyte digits, Currency currency)
    {
        if (digits < 0)
        {
            for (int i = digits; i < 0; i++) units /= 10;
        }
        else
        {
            for (int i = 0; i < digits; i++) units *= 10;
        }

        return new Money(new decimal(unchecked((int)units), (int)(units >> 32), 0, isNegative: false, (byte)(currency.MinorUnits + digits)), currency);
    }

    private static bool TryTimes(ref long units, int digits)
    {
        for (int i = 0; i < digits; i++)
        {
            if (units > long.MaxValue / 10) return false;
            units *= 10;
        }

        return true;
    }

    private static bool TryDivide(ref long units, int digits)
    {
        for (int i = 0; i < digits; i++)
        {
            if (units % 10 != 0) return false;
            units /= 10;
        }

        return true;
    }
}
