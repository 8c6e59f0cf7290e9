using PaperGraph.Sources.Json;
using PaperGraph.Sources.Xml;

namespace PaperGraph.Sources.Bytes;

/// <summary>The first bytes of an input, by which its format is told.</summary>
internal sealed class Probe(ReadOnlyMemory<byte> bytes)
{
    /// <summary>The most bytes that are looked at.</summary>
    public const int MaxBytes = 64 * 1024;

    private readonly Lazy<JsonShape?> json = new(() => JsonContent.Accepts(bytes.Span) ? JsonShape.From(bytes.Span) : null);
    private readonly Lazy<XmlShape?> xml = new(() => XmlShape.From(bytes));

    public ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <summary>The bytes without blanks in front of them.</summary>
    public ReadOnlySpan<byte> Text => bytes.Span.TrimStart(" \t\r\n"u8);

    /// <summary>What the first objects are of bytes that begin as JSON; null where they do not.</summary>
    public JsonShape? Json => json.Value;

    /// <summary>The first element of bytes that are XML; null where they are not, as HTML is not.</summary>
    public XmlShape? Xml => xml.Value;

    /// <summary>Whether the bytes begin with a tag, a comment or a declaration, as HTML and XML do.</summary>
    public bool IsMarkup =>
        Text is [(byte)'<', (byte)'!' or (byte)'?' or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z'), ..];
}
