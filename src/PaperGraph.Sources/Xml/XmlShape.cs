using System.Xml;

namespace PaperGraph.Sources.Xml;

/// <summary>The first element of XML.</summary>
internal sealed record XmlShape(string Name, string Namespace)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1_000,
        IgnoreComments = true,
    };

    /// <summary>Null where the bytes are no XML up to their first tag.</summary>
    public static XmlShape? From(ReadOnlyMemory<byte> probe)
    {
        if (probe.Span.TrimStart(" \t\r\n"u8) is not [(byte)'<', ..]) return null;
        try
        {
            // XML that begins with blanks has no declaration for XmlReader.
            var text = System.Text.Encoding.UTF8.GetString(probe.Span).TrimStart();
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return reader.MoveToContent() == XmlNodeType.Element ? new XmlShape(reader.LocalName, reader.NamespaceURI) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
