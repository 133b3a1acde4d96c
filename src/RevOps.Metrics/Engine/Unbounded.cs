using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>Columns read without looking whether the place is within them, for the loops over all rows: that look takes half of their time.</summary>
/// <remarks>
/// To be used only where the place cannot be outside by how the columns were made: a row below the number of rows, a code below that of names, a
/// distance below <see cref="DayNumbers.Distances"/>. A debug build looks all the same. A loop asks each column for its length once before, which
/// also tells the compiler that it is there.
/// </remarks>
internal static class Unbounded
{
    /// <summary>The item at a place that is known to be within the column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(this T[] column, int place)
    {
        Debug.Assert((uint)place < (uint)column.Length, "The place is outside of the column.");
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(column), unchecked((nint)(uint)place));
    }

    /// <summary>The same in the width of an address: a loop over such places need not widen each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(this T[] column, nint place)
    {
        Debug.Assert((nuint)place < (nuint)column.Length, "The place is outside of the column.");
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(column), place);
    }
}
