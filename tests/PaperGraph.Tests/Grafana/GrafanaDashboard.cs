using System.Text.Json;
using PaperGraph.Tests.Serving;

namespace PaperGraph.Tests.Grafana;

/// <summary>A dashboard as it is served, and what Grafana puts into the variables of its queries.</summary>
internal sealed class GrafanaDashboard(string name, JsonElement file)
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2025, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <summary>The choices of the dashboard's variables, as <c>${name:json}</c> writes them: all, one and several.</summary>
    public static IReadOnlyList<string> Concepts { get; } = ["null", "\"Transformer\"", "[\"Transformer\",\"Language Model\"]"];

    public static long FromMilliseconds => From.ToUnixTimeMilliseconds();

    public static long ToMilliseconds => To.ToUnixTimeMilliseconds();

    public JsonElement File => file;

    public static async Task<GrafanaDashboard> GetAsync(SampleSite site, string folder)
    {
        var file = await site.JsonAsync($"/dashboards/grafana/{folder}/dashboard.json");
        return new GrafanaDashboard(folder, file);
    }

    public JsonElement Panel(string title) =>
        file.GetProperty("panels").EnumerateArray().Single(panel => panel.GetProperty("title").GetString() == title);

    /// <summary>Every query of a panel, with the panel's title.</summary>
    public IEnumerable<(string Title, JsonElement Target)> Targets() =>
        from panel in file.GetProperty("panels").EnumerateArray()
        from target in panel.GetProperty("targets").EnumerateArray()
        select ($"{name}, {panel.GetProperty("title").GetString()}", target);

    public IEnumerable<JsonElement> Variables() => file.GetProperty("templating").GetProperty("list").EnumerateArray();

    /// <summary>What Grafana makes of a text with its own variables and the dashboard's.</summary>
    public static string Interpolate(string text, string concept) => text
        .Replace("${__from}", $"{FromMilliseconds}", StringComparison.Ordinal)
        .Replace("${__to}", $"{ToMilliseconds}", StringComparison.Ordinal)
        .Replace("${concept:json}", concept, StringComparison.Ordinal)
        .Replace("${focus:json}", "\"Transformer\"", StringComparison.Ordinal);
}
