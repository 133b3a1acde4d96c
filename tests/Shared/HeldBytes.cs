using System.Reflection;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics.Tests;

/// <summary>The memory that an object holds, itself and all that it leads to, counted and not measured: other tests run in the same process.</summary>
internal static class HeldBytes
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // The header and the pointer to the type of an object; an array has its length besides.
    private const int ObjectHead = 16, ArrayHead = 24;

    public static long Of(object root)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> open = new([root]);
        long bytes = 0;
        while (open.TryPop(out object? next))
        {
            if (next is Type or MemberInfo or Pointer || !seen.Add(next)) continue;
            bytes += next switch
            {
                string text => ObjectHead + 6 + (2L * text.Length),
                Array array => ArrayHead + (array.LongLength * SizeOf(array.GetType().GetElementType()!)),
                _ => ObjectHead + Fields(next.GetType()).Sum(field => (long)SizeOf(field.FieldType)),
            };
            if (next is Array items)
            {
                if (!LeadsOn(items.GetType().GetElementType()!)) continue;
                foreach (object? item in items) Follow(item, open);
            }
            else if (next is not string)
            {
                foreach (FieldInfo field in Fields(next.GetType()).Where(field => LeadsOn(field.FieldType))) Follow(field.GetValue(next), open);
            }
        }

        return bytes;
    }

    /// <summary>A value is part of what has it, and is looked into for what it leads to.</summary>
    private static void Follow(object? item, Stack<object> open)
    {
        if (item is null) return;
        if (!item.GetType().IsValueType) open.Push(item);
        else foreach (FieldInfo field in Fields(item.GetType()).Where(field => LeadsOn(field.FieldType))) Follow(field.GetValue(item), open);
    }

    private static int SizeOf(Type type) => type.IsValueType ? RuntimeHelpers.SizeOf(type.TypeHandle) : IntPtr.Size;

    private static bool LeadsOn(Type type) => !type.IsValueType ? !type.IsPointer : Fields(type).Any(field => field.FieldType != type && LeadsOn(field.FieldType));

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Instance)) yield return field;
        }
    }
}
