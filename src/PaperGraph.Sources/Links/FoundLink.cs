using PaperGraph.Model.Links;

namespace PaperGraph.Sources.Links;

/// <summary>A link in a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">Its length in UTF-16 code units, without punctuation that only follows it.</param>
/// <param name="Quote">The slice of the text, exactly.</param>
public sealed record FoundLink(LinkTarget Target, int Start, int Length, string Quote);
