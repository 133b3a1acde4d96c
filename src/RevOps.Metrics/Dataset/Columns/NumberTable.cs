using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Numbers by code, counted from zero as they come; 1 has the code 0. Numbers with other digits are others: 1.0 is not 1.</summary>
internal sealed class NumberTable
{
    private readonly Dictionary<Int128, int> _codes = [];
    private readonly List<decimal> _numbers = [];
    private Int128 _last;
    private int _lastCode;

    public NumberTable() => _ = CodeOf(1m);

    /// <summary>The numbers by their codes.</summary>
    public IReadOnlyList<decimal> Numbers => _numbers;

    /// <summary>The code of a number; a new one for a new number.</summary>
    public int CodeOf(decimal number)
    {
        // The very digits, where equality of decimals is by value.
        Int128 digits = Unsafe.BitCast<decimal, Int128>(number);
        if (digits == _last && _numbers.Count > 0) return _lastCode;
        if (!_codes.TryGetValue(digits, out int code))
        {
            code = _numbers.Count;
            _numbers.Add(number);
            _codes.Add(digits, code);
        }

        _last = digits;
        return _lastCode = code;
    }
}
