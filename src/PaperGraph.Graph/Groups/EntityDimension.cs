using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Groups;

/// <summary>Things that papers have edges to. A key is the id of one.</summary>
/// <param name="Field">The field of a group with the node.</param>
/// <param name="Slug">An expression of what names the node in a filter, of its row.</param>
/// <param name="Label">An expression of what a person calls it.</param>
/// <param name="FilterField">The field of a filter that takes what names it.</param>
internal sealed record EntityDimension<TNode>(
    PaperDimension Name, string Key, Entity<TNode> Entity, string Field, string Slug, string Label, string FilterField)
    : GroupDimension<long>(Name, "0", Key)
    where TNode : Node, new()
{
    public override string Order(string key) => $"(select {Slug} collate \"C\" from {Entity.Table.Text} where {Entity.Key.Text} = {key})";

    public override IGroupNode Node(Selection group) =>
        // Where both dimensions are topics, either may be read in the place of the other.
        new GroupNode<TNode>(Field, Slug, Label, Entity.Select(group.Select(Field).Names.Concat(group.Select($"{Field}2").Names)));

    public override GroupKey Describe(long key) => new NodeKey(Name, FilterField);
}

/// <summary>The node of a group.</summary>
internal interface IGroupNode
{
    /// <summary>The field of a group with the node.</summary>
    string Field { get; }

    /// <summary>The types of the columns of <see cref="Append"/>.</summary>
    IEnumerable<string> Types { get; }

    /// <summary>A select of the node with an id: what names it, what it is called, and what the request selects of it.</summary>
    void Append(SqlText sql, RawSql id);

    /// <param name="first">The first of those columns.</param>
    Node Read(SqlRow row, long id, int first);

    /// <summary>Says of the key of groups which node it is the id of.</summary>
    /// <inheritdoc cref="Read"/>
    void Name(NodeKey key, SqlRow row, long id, int first);
}

internal sealed class GroupNode<TNode>(string name, string slug, string label, SelectedColumns<TNode> columns) : IGroupNode
    where TNode : Node, new()
{
    public string Field => name;

    public IEnumerable<string> Types => [SqlType.Text, SqlType.Text, .. columns.Types];

    public void Append(SqlText sql, RawSql id) => sql.Append(
        $"select {new RawSql(slug)}, {new RawSql(label)}{columns.Words} from {columns.Entity.Table} where {columns.Entity.Key} = {id}");

    public Node Read(SqlRow row, long id, int first) => columns.Read(row, id, first + 2);

    public void Name(NodeKey key, SqlRow row, long id, int first) =>
        key.Name(row.GetString(first), row.GetString(first + 1), Read(row, id, first));
}
