namespace PaperGraph.Network.Analysis;

/// <summary>Nodes by the set that they are in.</summary>
internal static class Grouping
{
    /// <returns>The nodes set by set, in ascending order, and where each set begins; one more than there are sets.</returns>
    public static (int[] Members, int[] Begins) Group(int[] sets, int count)
    {
        var begins = new int[count + 1];
        foreach (var set in sets) begins[set + 1]++;
        for (var set = 0; set < count; set++) begins[set + 1] += begins[set];
        var next = begins.AsSpan(0, count).ToArray();
        var members = new int[sets.Length];
        for (var node = 0; node < sets.Length; node++) members[next[sets[node]]++] = node;
        return (members, begins);
    }

    /// <summary>Numbers the sets from 0 on, in the order in which their first nodes come.</summary>
    /// <returns>How many there are.</returns>
    public static int Renumber(int[] sets)
    {
        var numbers = new Dictionary<int, int>();
        for (var node = 0; node < sets.Length; node++)
        {
            if (!numbers.TryGetValue(sets[node], out var number)) numbers.Add(sets[node], number = numbers.Count);
            sets[node] = number;
        }
        return numbers.Count;
    }
}
