namespace PaperGraph.Data.Bulk;

/// <summary>
/// Columns that a staging table and the table behind it have in common, as statements that merge the one into the other name them.
/// </summary>
internal sealed class ColumnList(IEnumerable<string> names)
{
    private readonly string[] names = [.. names];

    public IReadOnlyList<string> Names => names;

    /// <summary>The names alone: <c>title, abstract</c>.</summary>
    public override string ToString() => string.Join(", ", names);

    /// <summary>The columns of a row by its alias: <c>l.title, l.abstract</c>.</summary>
    public string From(string row) => string.Join(", ", names.Select(name => $"{row}.{name}"));

    /// <summary>Assignments from another row by its alias: <c>title = i.title, abstract = i.abstract</c>.</summary>
    public string AssignedFrom(string row) => string.Join(", ", names.Select(name => $"{name} = {row}.{name}"));

    /// <summary><c>(l.title, l.abstract) is distinct from (i.title, i.abstract)</c></summary>
    public string Differ(string left, string right) => $"({From(left)}) is distinct from ({From(right)})";
}
