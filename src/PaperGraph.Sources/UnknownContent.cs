using System.Text;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources;

/// <summary>Says of an input that is of no format what it looks like.</summary>
internal static class UnknownContent
{
    private const int MaxFields = 8;

    private const string Advice = "`papergraph formats` lists what is read; --format says which it is where that cannot be seen.";

    public static UnreadableInput Describe(Probe probe)
    {
        if (probe.Json is { } json)
            return json.HasAny("error", "message")
                ? new UnreadableInput(
                    $"This is the answer of a server that failed: {Quote(probe)}", "Ask again, and look at the answer before importing it.")
                : json.HasAny("corpusid", "authorid")
                ? new UnreadableInput(
                    $"This is a dataset of Semantic Scholar that is not read; its first object has the fields {Fields(json.FirstFields)}.",
                    "Import its datasets “papers”, “abstracts” and “citations”: authors come with the papers.")
                : new UnreadableInput(
                    $"This is JSON of no format that is read; its first object has the fields {Fields(json.FirstFields)}.", Advice);
        return probe.Xml is { } xml
            ? new UnreadableInput($"This is XML of no format that is read; its first element is <{xml.Name}>.", Advice)
            : new UnreadableInput("This is of no format that is read.", Advice);
    }

    private static string Fields(IEnumerable<string> names) =>
        string.Join(", ", names.Take(MaxFields).Select(name => $"“{Prose.Start(Prose.Line(name), 40)}”"));

    private static string Quote(Probe probe) =>
        Prose.Start(Prose.Line(Encoding.UTF8.GetString(probe.Text[..Math.Min(300, probe.Text.Length)])), 200);
}
