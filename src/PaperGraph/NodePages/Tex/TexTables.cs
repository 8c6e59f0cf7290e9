using System.Text.Json;

namespace PaperGraph.NodePages.Tex;

/// <summary>What TeX comes to in Unicode: the tables that the scripts of the other pages read, too.</summary>
internal sealed record TexTables
{
    public static TexTables Instance { get; } = Read();

    public required IReadOnlyDictionary<string, string> Symbols { get; init; }
    public required IReadOnlyDictionary<string, string> Escapes { get; init; }
    public required IReadOnlyDictionary<string, string> Accents { get; init; }

    /// <summary>Commands whose argument is text.</summary>
    public required IReadOnlyList<string> Styles { get; init; }

    /// <summary>Characters, and what they are when raised.</summary>
    public required IReadOnlyList<string> Superscripts { get; init; }

    public required IReadOnlyList<string> Subscripts { get; init; }
    public required IReadOnlyList<string> Blackboard { get; init; }
    public required IReadOnlyList<string> Calligraphic { get; init; }

    private static TexTables Read()
    {
        using var tables = typeof(TexTables).Assembly.GetManifestResourceStream("node/tex.json")!;
        return JsonSerializer.Deserialize<TexTables>(tables, JsonSerializerOptions.Web)!;
    }
}
