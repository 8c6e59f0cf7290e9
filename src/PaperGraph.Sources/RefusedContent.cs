using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources;

/// <summary>
/// Knows what is of no format that is read and has something in it that a reader would take for a paper, and says what to give instead.
/// </summary>
internal static class RefusedContent
{
    /// <summary>Null where the input may be of any format.</summary>
    public static UnreadableInput? Find(Probe probe) => probe.Xml is { Name: "xml" }
        ? new UnreadableInput("This is a library of EndNote as XML, which is not read.", "Export the library as RIS or BibTeX.")
        : null;
}
