using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>No fragment comes to spread itself. §5.5.2.2</summary>
internal sealed class NoFragmentCycles(DocumentContext context) : ValidationRule
{
    private const int MaxReported = 20;

    private readonly HashSet<FragmentDefinitionNode> visited = [];
    private readonly Stack<(FragmentDefinitionNode Fragment, int NextSpread)> open = new();
    private readonly List<FragmentSpreadNode> path = [];
    private readonly Dictionary<string, int> positionInPath = new(StringComparer.Ordinal);

    public override void Leave(DocumentNode node)
    {
        foreach (var fragment in node.Fragments)
        {
            Open(fragment);
            while (open.TryPop(out var current)) Continue(current.Fragment, current.NextSpread);
        }
    }

    private void Open(FragmentDefinitionNode fragment)
    {
        if (!visited.Add(fragment)) return;
        positionInPath[fragment.Name] = path.Count;
        open.Push((fragment, 0));
    }

    /// <summary>Follows the fragment's next spread, or goes back to the spread that led here.</summary>
    private void Continue(FragmentDefinitionNode fragment, int next)
    {
        var spreads = context.Uses.Spreads(fragment);
        if (next > 0) path.RemoveAt(path.Count - 1);
        if (next == spreads.Count)
        {
            positionInPath.Remove(fragment.Name);
            return;
        }

        open.Push((fragment, next + 1));
        var spread = spreads[next];
        path.Add(spread);
        if (positionInPath.TryGetValue(spread.Name, out var start)) ReportCycle(path[start..]);
        else if (context.TryFragment(spread.Name, out var spreadFragment)) Open(spreadFragment);
    }

    /// <summary>Of a long cycle only the first and the last fragments are named.</summary>
    private void ReportCycle(List<FragmentSpreadNode> cycle)
    {
        var left = cycle.Count - MaxReported;
        var told = left <= 0 ? cycle : [.. cycle[..(MaxReported / 2)], .. cycle[^(MaxReported / 2)..]];
        var names = told[..^1].Select(spread => $"\"{Excerpt.From(spread.Name)}\"").ToList();
        if (left > 0) names.Insert(MaxReported / 2, $"{left} more");
        var via = names.Count > 0 ? $" via {string.Join(", ", names)}" : "";
        context.Report(
            this,
            $"Cannot spread fragment \"{cycle[^1].Name}\" within itself{via:whole}.",
            [.. told.Select(spread => spread.Location)]);
    }
}
