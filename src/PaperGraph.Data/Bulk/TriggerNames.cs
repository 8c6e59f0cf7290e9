namespace PaperGraph.Data.Bulk;

/// <summary>The words that names and arguments of triggers are made of.</summary>
internal static class TriggerNames
{
    /// <summary>What one row of a table is: <c>repository</c> of <c>repositories</c>.</summary>
    public static string Singular(string table) => table == "repositories" ? "repository" : table[..^1];

    /// <summary><c>inserted</c> of <c>insert</c>.</summary>
    public static string Past(string operation) => operation.EndsWith('e') ? $"{operation}d" : $"{operation}ed";
}
