using System.Runtime.CompilerServices;
using System.Text.Json;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Json;

/// <summary>
/// Reads JSON one element at a time: an array, one object to a line, or a list within the answer of an interface.
/// </summary>
internal abstract class JsonElementReader : RecordReader
{
    public override bool Accepts(Probe probe) => probe.Json is { IsUnknown: false } json && Accepts(json);

    protected abstract bool Accepts(JsonShape shape);

    /// <summary>What an element has to be, for whoever gave one that is not: <c>no work of OpenAlex</c>.</summary>
    protected abstract string NoRecord { get; }

    /// <summary>The names of fields of an outer object whose lists hold the elements.</summary>
    protected virtual string[] Containers => JsonShape.Containers;

    /// <summary>The records that an element holds.</summary>
    /// <exception cref="InvalidOperationException">A text in it holds half a character.</exception>
    protected abstract IEnumerable<SourceRecord> Records(JsonElement element, RecordSlice slice);

    protected override async IAsyncEnumerable<SourceRecord> ReadRecordsAsync(
        Input input, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slicer = new JsonSlicer(input.Open(), options.MaxUnitBytes, Containers);
        await foreach (var element in slicer.ReadAsync(cancellationToken))
        {
            foreach (var slice in ColumnOrientation.Rows(element))
            {
                var row = JsonRow.Parse(slice);
                foreach (var record in Records(row)) yield return record;
                if (row.Element is not null) continue;
                foreach (var follower in BrokenElement.Followers(slice))
                    foreach (var record in Records(JsonRow.Parse(follower))) yield return record;
            }
        }
        if (slicer.IsCutOff)
            yield return SourceRecord.OfInput(
                "The input ends before its outer array does.", "Get the file again; what stands before its end is read.");
    }

    /// <summary>For an element that holds none.</summary>
    protected SourceRecord None(RecordSlice slice) => SourceRecord.Unreadable(
        slice.Line, slice.Column, slice.Words, $"This element is {NoRecord}.",
        "`papergraph formats` lists what is read; --format says which it is where that cannot be seen.");

    private IEnumerable<SourceRecord> Records(JsonRow row)
    {
        if (row.Element is not { } element) return [Unreadable(row)];
        try
        {
            return Records(element, row.Slice);
        }
        catch (InvalidOperationException)
        {
            return [Unreadable(JsonRow.HalfCharacter(row.Slice))];
        }
    }

    private static SourceRecord Unreadable(JsonRow row) =>
        SourceRecord.Unreadable(row.Slice.Line, row.Slice.Column, row.Slice.Words, row.Message, row.Advice);
}
