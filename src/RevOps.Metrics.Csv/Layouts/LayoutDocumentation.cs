using System.Globalization;
using System.Text;

namespace RevOps.Metrics.Csv;

/// <summary>Writes the layouts as the tables of docs/csv.md.</summary>
internal static class LayoutDocumentation
{
    public static string Markdown()
    {
        StringBuilder text = new();
        foreach (CsvLayout layout in CsvLayouts.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {layout.FileName}\n\nA row is {layout.Row}.\n\n| column | required | holds | meaning |\n|---|---|---|---|\n");
            foreach (CsvColumn column in layout.Columns)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}` | {(column.Required ? "yes" : "")} | {column.Kind} | {column.Description} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
