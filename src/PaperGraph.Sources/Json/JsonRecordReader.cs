using System.Runtime.CompilerServices;
using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Json;

/// <summary>
/// Reads JSON of which each object is one record: an array, one object to a line, or a list within the answer of an interface.
/// </summary>
/// <param name="containers">The names of fields that hold such a list.</param>
internal abstract class JsonRecordReader(params string[] containers) : RecordReader
{
    public override bool Accepts(Probe probe) => probe.Json is { IsUnknown: false } json && Accepts(json);

    protected abstract bool Accepts(JsonShape shape);

    /// <summary>What an element has to be, for whoever gave one that is not: <c>no work of OpenAlex</c>.</summary>
    protected abstract string NoRecord { get; }

    /// <summary>The paper that an object states; null where it is no paper.</summary>
    protected abstract ListedPaper? Read(JsonFields row, FieldProblemCollector problems);

    /// <summary>Whether an element that is no paper is nothing to tell of.</summary>
    protected virtual bool IsPassedOver(JsonElement element) => false;

    protected override async IAsyncEnumerable<SourceRecord> ReadRecordsAsync(
        Input input, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slicer = new JsonSlicer(input.Open(), options.MaxUnitBytes, containers);
        await foreach (var slice in slicer.ReadAsync(cancellationToken))
        {
            var row = JsonRow.Parse(slice);
            yield return Record(row);
            if (row.Element is not null) continue;
            foreach (var follower in BrokenElement.Followers(slice)) yield return Record(JsonRow.Parse(follower));
        }
        if (slicer.IsCutOff)
            yield return SourceRecord.OfInput(
                "The input ends before its outer array does.", "Get the file again; what stands before its end is read.");
    }

    private SourceRecord Record(JsonRow row)
    {
        var slice = row.Slice;
        SourceRecord Unreadable(JsonRow why) =>
            SourceRecord.Unreadable(why.Slice.Line, why.Slice.Column, why.Slice.Words, why.Message, why.Advice);

        if (row.Element is not { } element) return Unreadable(row);
        var problems = new FieldProblemCollector();
        try
        {
            if (IsPassedOver(element)) return new SourceRecord(null, []);
            if (element.ValueKind == JsonValueKind.Object && Read(new JsonFields(element, problems), problems) is { } paper)
                return SourceRecord.From(paper, problems, slice.Line, slice.Column);
        }
        catch (InvalidOperationException)
        {
            return Unreadable(JsonRow.HalfCharacter(slice));
        }
        return problems.All.Count > 0
            ? SourceRecord.From(null, problems, slice.Line, slice.Column)
            : SourceRecord.Unreadable(
                slice.Line, slice.Column, row.Slice.Words, $"This element is {NoRecord}.",
                "`papergraph formats` lists what is read; --format says which it is where that cannot be seen.");
    }
}
