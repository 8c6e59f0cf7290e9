using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources;

/// <summary>
/// Knows what is of no format that is read and has something in it that a reader would take for a paper, and says what to give instead.
/// </summary>
internal static class RefusedContent
{
    /// <summary>Null where the input may be of any format.</summary>
    public static UnreadableInput? Find(Probe probe)
    {
        if (probe.Json is { } json && PapersWithCodeDump(json) is { } kind)
            return new UnreadableInput(
                $"These are the {kind} of Papers with Code, which are not read yet.",
                "Import its papers-with-abstracts and links-between-papers-and-code; keep this file for a later version.");
        return probe.Xml is { Name: "xml" }
            ? new UnreadableInput("This is a library of EndNote as XML, which is not read.", "Export the library as RIS or BibTeX.")
            : null;
    }

    private static string? PapersWithCodeDump(JsonShape json)
    {
        if (json.Has("full_name", "collections")) return "methods";
        if (json.Has("full_name", "modalities") || json.Has("name", "variants")) return "datasets";
        return json.Has("task", "datasets") || json.Has("task", "subtasks") ? "evaluation tables" : null;
    }
}
