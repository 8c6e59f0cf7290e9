using System.Text.Json;

namespace PaperGraph.Rows;

/// <summary>A column of rows: the field of that name, or the names in a connection of that name.</summary>
/// <param name="Selection">What is asked for.</param>
internal sealed record RowColumn(string Name, string Selection)
{
    /// <summary>The field of each node that stands for it; null for a column that is no list.</summary>
    private readonly string? named;

    private RowColumn(string name, string selection, string named) : this(name, selection) => this.named = named;

    public bool IsList => named is not null;

    public static RowColumn Field(string name) => new(name, name);

    /// <summary>The names of the first nodes of a connection, each once: two nodes may have one name.</summary>
    public static RowColumn Names(string name, int first, string field = "name") =>
        new(name, $"{name}(first: {first}) {{ nodes {{ {field} }} }}", field);

    public JsonElement Value(JsonElement row) => row.GetProperty(Name);

    public IEnumerable<string> Texts(JsonElement row) =>
        Value(row).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty(named!).GetString()!).Distinct();
}
