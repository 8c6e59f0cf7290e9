using System.Text;
using System.Xml;
using System.Xml.Linq;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Xml;

/// <summary>One element of XML with the place at which it stands: what it holds, or why that cannot be read.</summary>
internal sealed record XmlRow(XElement? Element, RecordSlice Slice, string Message, string Advice)
{
    private const int MaxDepth = 100;

    /// <summary>How many elements one may hold: three for each of thousands of authors, and each takes memory.</summary>
    private const int MaxElements = 200_000;

    // What refers to entities of its own could grow without end; those that XML knows itself need no declaration.
    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static XmlRow Parse(RecordSlice slice, Encoding encoding, IReadOnlyDictionary<string, string> namespaces)
    {
        if (slice.Problem is { } cut) return Unreadable(slice, $"This element is broken: {cut}", "Get the file again.");
        try
        {
            var text = encoding.GetString(slice.Bytes.Span);
            if (Excess(text, namespaces) is { } excess)
                return Unreadable(slice, $"This element holds {excess}.", "Get the file again.");
            using var reader = Reader(text, namespaces);
            reader.MoveToContent();
            return new XmlRow(XElement.Load(reader, LoadOptions.PreserveWhitespace), slice, "", "");
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(slice, "This element is not of the encoding that the file states.", "Save the file as UTF-8.");
        }
        catch (XmlException broken)
        {
            var at = slice with
            {
                Line = slice.Line + Math.Max(0, broken.LineNumber - 1),
                Column = broken.LineNumber > 1 ? broken.LinePosition : slice.Column + Math.Max(0, broken.LinePosition - 1),
            };
            return Unreadable(at, $"This element is no XML: {Sentence(broken)}", "Correct it, or get the file again.");
        }
    }

    /// <summary>What an element holds more of than any record has; null where it does not.</summary>
    private static string? Excess(string text, IReadOnlyDictionary<string, string> namespaces)
    {
        using var reader = Reader(text, namespaces);
        for (var elements = 0; reader.Read();)
        {
            if (reader.Depth > MaxDepth) return $"others more than {MaxDepth} deep";
            if (reader.NodeType == XmlNodeType.Element) elements += 1 + reader.AttributeCount;
            if (elements > MaxElements) return $"more than {MaxElements} others";
        }
        return null;
    }

    private static XmlReader Reader(string text, IReadOnlyDictionary<string, string> namespaces)
    {
        var names = new NameTable();
        var manager = new XmlNamespaceManager(names);
        foreach (var (prefix, uri) in namespaces)
            if (prefix is not ("xml" or "xmlns") && (uri.Length > 0 || prefix.Length == 0)) manager.AddNamespace(prefix, uri);
        return XmlReader.Create(new StringReader(text), Settings, new XmlParserContext(names, manager, null, XmlSpace.None));
    }

    /// <summary>What is wrong, without the place, which is counted from the beginning of the element.</summary>
    private static string Sentence(XmlException broken)
    {
        var end = broken.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return Prose.Line(end > 0 ? broken.Message[..end] : broken.Message).Replace("\0", "", StringComparison.Ordinal);
    }

    private static XmlRow Unreadable(RecordSlice slice, string message, string advice) => new(null, slice, message, advice);
}
