namespace PaperGraph.GeneratedGraph;

/// <summary>Chooses among numbers from 0 up by their weights, in constant time: the alias method (Vose 1991).</summary>
internal sealed class WeightedChoice
{
    private readonly double[] keeps;
    private readonly int[] aliases;

    private WeightedChoice(double[] weights)
    {
        var mean = weights.Average();
        keeps = [.. weights.Select(weight => weight / mean)];
        aliases = new int[weights.Length];
        var small = new Stack<int>(Enumerable.Range(0, keeps.Length).Where(i => keeps[i] < 1));
        var large = new Stack<int>(Enumerable.Range(0, keeps.Length).Where(i => keeps[i] >= 1));
        while (small.Count > 0 && large.Count > 0)
        {
            var (less, more) = (small.Pop(), large.Peek());
            aliases[less] = more;
            keeps[more] -= 1 - keeps[less];
            if (keeps[more] < 1) small.Push(large.Pop());
        }
        foreach (var rest in small.Concat(large)) keeps[rest] = 1;
    }

    /// <summary>Zipf's law: the weight of the number at rank r, from 1, is r to the power of minus <paramref name="exponent"/>.</summary>
    public static WeightedChoice Zipf(int count, double exponent) =>
        new([.. Enumerable.Range(1, count).Select(rank => Math.Pow(rank, -exponent))]);

    public int Next(Random random)
    {
        var i = random.Next(keeps.Length);
        return random.NextDouble() < keeps[i] ? i : aliases[i];
    }

    /// <summary>Different numbers, as many as are wanted or as there are.</summary>
    public HashSet<int> NextDistinct(Random random, int wanted)
    {
        var chosen = new HashSet<int>();
        wanted = Math.Min(wanted, keeps.Length);
        // The weights may leave some numbers all but out: those are then taken in their order.
        for (var tries = 0; chosen.Count < wanted && tries < wanted * 20; tries++) chosen.Add(Next(random));
        for (var i = 0; chosen.Count < wanted; i++) chosen.Add(i);
        return chosen;
    }
}
