namespace PaperGraph.Network.Analysis;

/// <summary>Sums by number, of which few are touched before they are cleared.</summary>
internal sealed class SparseSums(int size)
{
    private readonly double[] sums = new double[size];
    private readonly bool[] isTouched = new bool[size];
    private readonly List<int> keys = [];

    /// <summary>The numbers that something was added to, in the order in which they were met first.</summary>
    public IReadOnlyList<int> Keys => keys;

    public double this[int key] => sums[key];

    public void Add(int key, double value)
    {
        if (!isTouched[key])
        {
            isTouched[key] = true;
            keys.Add(key);
        }
        sums[key] += value;
    }

    public void Clear()
    {
        foreach (var key in keys) (sums[key], isTouched[key]) = (0, false);
        keys.Clear();
    }
}
