using System.Globalization;
using System.Text.Json;

namespace PaperGraph.Graph.Tests.Goldens;

/// <summary>A result of a random table.</summary>
/// <param name="Number">What the value prints; null for none.</param>
internal sealed record RandomResult(string Dataset, string Metric, string Paper, string Model, string Value, double? Number);

/// <summary>Tables with few different values, so that many are equal, and with rows that are given twice.</summary>
internal static class RandomTables
{
    public const string Task = "Sorting";

    private static readonly string[] Metrics = ["Accuracy", "Error", "Score"];

    public static IReadOnlyList<RandomResult> Rows { get; } = Make(new Random(11));

    /// <summary>Writes them as a dump to a file, whose path it returns.</summary>
    public static string Write()
    {
        var tasks = Rows.GroupBy(row => row.Dataset).Select(dataset => new
        {
            task = Task,
            datasets = new[]
            {
                new
                {
                    dataset = dataset.Key,
                    sota = new
                    {
                        rows = dataset.Select(row => new
                        {
                            model_name = row.Model,
                            paper_title = row.Paper,
                            metrics = new Dictionary<string, string> { [row.Metric] = row.Value },
                        }),
                    },
                },
            },
        });
        var path = Path.Combine(Path.GetTempPath(), $"papergraph-random-tables-{Environment.ProcessId}.json");
        File.WriteAllText(path, JsonSerializer.Serialize(tasks));
        return path;
    }

    private static List<RandomResult> Make(Random random)
    {
        var rows = new List<RandomResult>();
        for (var i = 0; i < 160; i++)
        {
            if (rows.Count > 0 && random.Next(8) == 0)
            {
                rows.Add(rows[random.Next(rows.Count)]);
                continue;
            }
            var number = random.Next(9) == 0 ? (double?)null : random.Next(-2, 12) / 2.0;
            var value = number is { } known
                ? known.ToString(CultureInfo.InvariantCulture) + new[] { "", "%", " ± 0.1", "*" }[random.Next(4)]
                : "low/high";
            rows.Add(new RandomResult(
                $"Pile {random.Next(3)}", Metrics[random.Next(Metrics.Length)], $"On Order {random.Next(25)}", $"M{random.Next(4)}", value,
                number));
        }
        return rows;
    }
}
