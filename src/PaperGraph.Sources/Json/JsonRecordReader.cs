using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Json;

/// <summary>Reads JSON of which each element states one paper, or an institution that papers name.</summary>
internal abstract class JsonRecordReader : JsonElementReader
{
    /// <summary>The paper that an object states; null where it is no paper.</summary>
    protected abstract ListedPaper? Read(JsonFields row, FieldProblemCollector problems);

    /// <summary>The institution that an object states; null where it is none, and may be a paper.</summary>
    protected virtual StatedInstitution? ReadInstitution(JsonFields row, FieldProblemCollector problems) => null;

    /// <summary>What an object states of a paper that another describes; null where it is no such object, and may be a paper.</summary>
    protected virtual StatedAddition? ReadAddition(JsonFields row, FieldProblemCollector problems) => null;

    /// <summary>Whether an element that is no paper is nothing to tell of.</summary>
    protected virtual bool IsPassedOver(JsonElement element) => false;

    protected sealed override IEnumerable<SourceRecord> Records(JsonElement element, RecordSlice slice)
    {
        if (IsPassedOver(element)) return [new SourceRecord(null, [])];
        var problems = new FieldProblemCollector();
        if (element.ValueKind == JsonValueKind.Object)
        {
            var row = new JsonFields(element, problems);
            if (ReadInstitution(row, problems) is { } institution)
                return [SourceRecord.From(null, problems, slice.Line, slice.Column) with { Institution = institution }];
            if (ReadAddition(row, problems) is { } addition)
                return [SourceRecord.From(null, problems, slice.Line, slice.Column) with { Addition = addition }];
            if (Read(row, problems) is { } paper) return [SourceRecord.From(paper, problems, slice.Line, slice.Column)];
        }
        return [problems.All.Count > 0 ? SourceRecord.From(null, problems, slice.Line, slice.Column) : None(slice)];
    }
}
