namespace PaperGraph.Model.Links;

/// <summary>A link that a field of the source gives as its value, without a place in a text.</summary>
/// <param name="Field">The name of the JSON field, such as <c>githubRepo</c>.</param>
/// <param name="Value">The value as it stands there.</param>
public sealed record StatedLink(string Field, string Value, LinkTarget Target);
