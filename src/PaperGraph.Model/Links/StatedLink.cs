namespace PaperGraph.Model.Links;

/// <summary>A link that a field of the source gives as its value, without a place in a text.</summary>
/// <param name="Field">The name of the JSON field, such as <c>githubRepo</c>.</param>
/// <param name="Value">The value as it stands there.</param>
/// <param name="IsOfficial">Whether the source says that the target is the authors' own; null where it does not say.</param>
public sealed record StatedLink(string Field, string Value, LinkTarget Target, bool? IsOfficial = null);
