using System.Collections.Frozen;
using System.Text.Json;

namespace PaperGraph.NodePages;

/// <summary>The shape of each kind, as a path in a square of 12 by 12: those that the scripts draw.</summary>
internal static class KindShapes
{
    private static readonly FrozenDictionary<string, string> Paths = Read();

    public static string Of(string kind) => Paths.GetValueOrDefault(kind) ?? Paths["OTHER"];

    private static FrozenDictionary<string, string> Read()
    {
        using var shapes = typeof(KindShapes).Assembly.GetManifestResourceStream("node/shapes.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(shapes)!.ToFrozenDictionary();
    }
}
