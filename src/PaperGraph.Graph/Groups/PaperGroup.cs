using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Topics;

namespace PaperGraph.Graph.Groups;

/// <summary>The groups that a request asks for, and what is told of those that it does not.</summary>
/// <param name="GroupCount">How many groups there are.</param>
/// <param name="OtherCount">How many papers the groups have that are not among the rows.</param>
/// <param name="PaperCount">How many papers were grouped.</param>
internal sealed record PaperGroupTable(IReadOnlyList<PaperGroup> Rows, long GroupCount, long OtherCount, long PaperCount);

/// <summary>Groups by columns.</summary>
/// <param name="Given">The filter of all that were grouped; null for none.</param>
/// <param name="Keys">What the papers of each group have in common: an array for each dimension.</param>
/// <param name="Measures">What is counted of them, by <see cref="PaperGroupOrderField"/>; null what is not asked for.</param>
internal sealed record GroupColumns(PaperFilter? Given, GroupKey[][] Keys, double?[]?[] Measures)
{
    /// <summary>The fields of the filter, which few requests ask for.</summary>
    public IReadOnlyList<FilterField> Where => field ??= Given is null ? [] : FilterText.Fields(Given);

    /// <summary>Whether both dimensions are topics.</summary>
    public bool IsOfTopics { get; init; }

    public IReadOnlyList<PaperGroup> ToRows()
    {
        var rows = new PaperGroup[Keys[0].Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = new PaperGroup(this, i);
        return rows;
    }
}

/// <summary>Papers that have something in common, and what is counted of them.</summary>
internal sealed class PaperGroup(GroupColumns columns, int row)
{
    public string Key => columns.Keys[0][row].Key;

    public string Label => columns.Keys[0][row].Label;

    public string? Key2 => Second?.Key;

    public string? Label2 => Second?.Label;

    public bool IsUnknown => columns.Keys[0][row].IsUnknown || Second is { IsUnknown: true };

    public DateOnly? Date => columns.Keys[0][row].Date ?? Second?.Date;

    public DateTime? Start => Date?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public long? StartMs => Start is { } start ? new DateTimeOffset(start).ToUnixTimeMilliseconds() : null;

    public Concept? Concept => Find<Concept>();

    public Topic? Topic => columns.IsOfTopics ? columns.Keys[0][row].Node as Topic : Find<Topic>();

    public Topic? Topic2 => columns.IsOfTopics ? Second?.Node as Topic : null;

    public Organization? Organization => Find<Organization>();

    public Author? Author => Find<Author>();

    public Repository? Repository => Find<Repository>();

    public long Papers => Count(PaperGroupOrderField.Papers);

    public long? Upvotes => (long?)Value(PaperGroupOrderField.Upvotes);

    public long? Comments => (long?)Value(PaperGroupOrderField.Comments);

    public long Organizations => Count(PaperGroupOrderField.Organizations);

    public long Authors => Count(PaperGroupOrderField.Authors);

    public long Repositories => Count(PaperGroupOrderField.Repositories);

    public long PapersWithCode => Count(PaperGroupOrderField.PapersWithCode);

    public double? ShareWithCode => Value(PaperGroupOrderField.ShareWithCode);

    public string Filter => FilterText.All(columns.Where, columns.Keys.Select(keys => keys[row].Filter));

    private GroupKey? Second => columns.Keys.Length > 1 ? columns.Keys[1][row] : null;

    private double? Value(PaperGroupOrderField measure) => columns.Measures[(int)measure]?[row];

    private long Count(PaperGroupOrderField measure) => (long)(Value(measure) ?? 0);

    private TNode? Find<TNode>() where TNode : Node => columns.Keys[0][row].Node as TNode ?? Second?.Node as TNode;
}
