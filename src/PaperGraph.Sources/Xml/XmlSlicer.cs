using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Xml;

/// <summary>
/// Cuts XML into the elements of given names without reading into them, so that one broken element does not take the others along: an
/// element ends at its end tag, or at the start tag of the next one.
/// </summary>
/// <param name="names">The names, without their prefix. Elements of these names are not within each other.</param>
internal sealed partial class XmlSlicer(Stream stream, int maxBytes, params string[] names)
{
    private const int MaxTagBytes = 64 * 1024;

    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> element = new();
    private readonly ArrayBufferWriter<byte> tag = new();
    private readonly Dictionary<string, string> namespaces = [];
    private readonly Queue<RecordSlice> ready = [];
    private string? root;
    private bool isRootClosed;
    private string? active;
    private bool tooLong;
    private bool inTag;
    private int line = 1;
    private int column;
    private (int Line, int Column, int Start) tagPlace;
    private (int Line, int Column) elementPlace;

    /// <summary>The prefixes that elements outside those cut out declare, each with its namespace; the empty one is the default.</summary>
    public IReadOnlyDictionary<string, string> Namespaces => namespaces;

    /// <summary>True where the end of the input came before the end of its first element.</summary>
    public bool IsCutOff { get; private set; }

    public async IAsyncEnumerable<RecordSlice> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int length; (length = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            for (var index = 0; index < length; index++)
            {
                Take(buffer[index]);
                if (ready.Count == 0) continue;
                while (ready.TryDequeue(out var slice)) yield return slice;
            }
        }
        IsCutOff = active is not null || (root is not null && !isRootClosed);
        if (active is not null) End("It is cut off.");
        while (ready.TryDequeue(out var slice)) yield return slice;
    }

    private void Take(byte value)
    {
        if (value == '\n')
        {
            line++;
            column = 0;
        }
        else
        {
            column++;
        }

        // A tag that begins within another was text, as in "a < b".
        if (value == '<' && !IsQuoted)
        {
            inTag = true;
            tagPlace = (line, column, element.WrittenCount);
            tag.ResetWrittenCount();
        }
        if (active is not null) Append(value);
        if (!inTag) return;
        if (tag.WrittenCount < MaxTagBytes) tag.Write([value]);
        if (value != '>' || !IsWhole) return;
        inTag = false;
        TakeTag(Encoding.Latin1.GetString(tag.WrittenSpan));
    }

    /// <summary>Whether what stands in the tag so far is a comment or text of its own, in which angle brackets mean nothing.</summary>
    private bool IsQuoted =>
        inTag && tag.WrittenCount < MaxTagBytes
        && (tag.WrittenSpan.StartsWith("<!--"u8) || tag.WrittenSpan.StartsWith("<![CDATA["u8));

    private bool IsWhole =>
        tag.WrittenCount >= MaxTagBytes
        || (tag.WrittenSpan.StartsWith("<!--"u8) ? tag.WrittenCount >= 7 && tag.WrittenSpan.EndsWith("-->"u8)
        : !tag.WrittenSpan.StartsWith("<![CDATA["u8) || tag.WrittenSpan.EndsWith("]]>"u8));

    private void TakeTag(string text)
    {
        if (TagPattern().Match(text) is not { Success: true } match) return;
        var name = match.Groups["name"].Value;
        var isEnd = match.Groups["end"].Success;
        var isEmpty = text.EndsWith("/>", StringComparison.Ordinal);
        if (!isEnd && IsCut(name))
        {
            if (active is not null) EndBefore(tagPlace.Start);
            Begin(name);
            if (isEmpty) End(null);
        }
        else if (isEnd && name == active)
        {
            End(null);
        }
        else if (isEnd && active is null && IsCut(name))
        {
            ready.Enqueue(new RecordSlice(tag.WrittenSpan.ToArray(), tagPlace.Line, tagPlace.Column, "It ends and does not begin."));
        }
        else if (active is null)
        {
            if (isEnd) isRootClosed |= name == root;
            else Declare(name, text, isEmpty);
        }
    }

    private void Declare(string name, string text, bool isEmpty)
    {
        if (root is null) (root, isRootClosed) = (name, isEmpty);
        foreach (Match declared in NamespacePattern().Matches(text))
            namespaces[declared.Groups["prefix"].Value] = declared.Groups["uri"].Value;
    }

    private bool IsCut(string name)
    {
        var local = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return Array.IndexOf(names, local) >= 0;
    }

    private void Begin(string name)
    {
        active = name;
        elementPlace = (tagPlace.Line, tagPlace.Column);
        element.ResetWrittenCount();
        element.Write(tag.WrittenSpan);
        tooLong = false;
    }

    private void EndBefore(int length)
    {
        ready.Enqueue(new RecordSlice(element.WrittenSpan[..Math.Min(length, element.WrittenCount)].ToArray(), elementPlace.Line,
            elementPlace.Column, "It is not closed."));
        active = null;
    }

    private void End(string? problem)
    {
        if (tooLong) problem = $"It is longer than {maxBytes} bytes, as no record is.";
        ready.Enqueue(new RecordSlice(element.WrittenSpan.ToArray(), elementPlace.Line, elementPlace.Column, problem));
        element.ResetWrittenCount();
        active = null;
    }

    private void Append(byte value)
    {
        if (element.WrittenCount < maxBytes) element.Write([value]);
        else tooLong = true;
    }

    [GeneratedRegex(@"^<(?<end>/)?(?<name>[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)(?=[\s/>])", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();

    [GeneratedRegex("""\sxmlns(?::(?<prefix>[\w.-]+))?\s*=\s*(?:"(?<uri>[^"]*)"|'(?<uri>[^']*)')""", RegexOptions.CultureInvariant)]
    private static partial Regex NamespacePattern();
}
