using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PaperGraph.Model;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Xml;

/// <summary>Reads XML of which each element of a name is one record.</summary>
/// <param name="names">The names of the elements, without their prefix.</param>
internal abstract partial class XmlRecordReader(params string[] names) : RecordReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override bool Accepts(Probe probe) => probe.Xml is { } xml && Accepts(xml);

    protected abstract bool Accepts(XmlShape shape);

    /// <summary>The paper that an element states; null where it states none, with a problem where that is one.</summary>
    protected abstract ListedPaper? Read(XElement element, FieldProblemCollector problems);

    protected override async IAsyncEnumerable<SourceRecord> ReadRecordsAsync(
        Input input, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var encoding = input.Mark.Encoding is null ? StatedEncoding(input.Probe) : Utf8;
        var slicer = new XmlSlicer(input.Open(), options.MaxUnitBytes, names);
        var isEmpty = true;
        await foreach (var slice in slicer.ReadAsync(cancellationToken))
        {
            isEmpty = false;
            yield return Record(XmlRow.Parse(slice, encoding, slicer.Namespaces));
        }
        if (isEmpty && !Accepts(input.Probe))
            yield return SourceRecord.OfInput(
                $"There is no element <{string.Join("> or <", names)}> in this input.", "`papergraph formats` lists what is read.");
        if (slicer.IsCutOff)
            yield return SourceRecord.OfInput(
                "The input ends before its first element does.", "Get the file again; what stands before its end is read.");
    }

    private SourceRecord Record(XmlRow row)
    {
        if (row.Element is not { } element)
            return SourceRecord.Unreadable(row.Slice.Line, row.Slice.Column, row.Slice.Words, row.Message, row.Advice);
        var problems = new FieldProblemCollector();
        return SourceRecord.From(Read(element, problems), problems, row.Slice.Line, row.Slice.Column);
    }

    /// <summary>What the declaration of the file says, where .NET knows it; else UTF-8.</summary>
    private static Encoding StatedEncoding(Probe probe)
    {
        var head = Encoding.Latin1.GetString(probe.Text[..Math.Min(200, probe.Text.Length)]);
        if (EncodingPattern().Match(head) is not { Success: true } match) return Utf8;
        var name = match.Groups["name"].Value;
        if (name.StartsWith("utf-", StringComparison.OrdinalIgnoreCase)) return Utf8;
        try
        {
            var (encoder, decoder) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder) ?? Encoding.GetEncoding(name, encoder, decoder);
        }
        catch (ArgumentException)
        {
            return Utf8;
        }
    }

    [GeneratedRegex("""^<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex EncodingPattern();
}
