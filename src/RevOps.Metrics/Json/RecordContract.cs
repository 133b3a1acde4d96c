using System.Text.Json.Serialization.Metadata;

namespace RevOps.Metrics;

/// <summary>Which fields of a record are left out on writing, and what they are when left out on reading.</summary>
internal static class RecordContract
{
    /// <summary>Leaves out what is null or an empty list, except where leaving it out would mean something else.</summary>
    public static void OmitWhatIsNotThere(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            // A struct can be made without its constructor, so nothing in it would be required.
            if (type.Type == typeof(ExchangeRate)) property.IsRequired = true;
            if (property.IsRequired) continue;
            // Only coverage that was declared is ever written.
            if (type.Type == typeof(Coverage) && property.PropertyType == typeof(bool))
            {
                property.ShouldSerialize = (_, _) => false;
                continue;
            }

            string? whenMissing = DefaultOf(property);
            property.ShouldSerialize = (_, value) => value switch
            {
                null => whenMissing is not null,
                IReadOnlyCollection<object> list => list.Count > 0,
                IReadOnlyCollection<NodaTime.LocalDate> list => list.Count > 0,
                _ => true,
            };
        }
    }

    /// <summary>The JSON text of a property's default where it is not the default of its type; null for the others.</summary>
    public static string? DefaultOf(JsonPropertyInfo property) => (property.DeclaringType.Name, property.Name) switch
    {
        (nameof(PriceTerm), "quantity") => "1",
        (nameof(ForecastSnapshot), "category") => "\"commit\"",
        (nameof(Quota), "measure") => "\"newBusiness\"",
        _ => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ValueList<>) ? "[]" : null,
    };
}
