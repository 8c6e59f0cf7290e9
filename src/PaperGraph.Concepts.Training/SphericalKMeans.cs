namespace PaperGraph.Concepts.Training;

/// <summary>
/// Clusters of vectors that point the same way: each belongs to the cluster whose mean it has the highest cosine with (I. Dhillon, D.
/// Modha, Machine Learning 2001). The first means are vectors, drawn with more chance the farther they are from those before (k-means++; D.
/// Arthur, S. Vassilvitskii, SODA 2007). The same vectors give the same clusters.
/// </summary>
internal sealed class SphericalKMeans
{
    private const int Rounds = 12;

    /// <summary>The first means are among the first vectors, those of frequent words: as many for each cluster.</summary>
    private const int CandidatesOfCluster = 6;

    private readonly SparseVector[] vectors;
    private readonly int count;
    private readonly int[] clusters;

    /// <summary>For each dimension the values of all means: so a vector is compared with all of them at once.</summary>
    private readonly float[] means;

    private SphericalKMeans(SparseVector[] vectors, int dimensions, int count)
    {
        (this.vectors, this.count, clusters) = (vectors, count, new int[vectors.Length]);
        means = new float[dimensions * count];
    }

    /// <returns>For each vector the number of its cluster; they are numbered by their first vectors.</returns>
    public static int[] Clusters(SparseVector[] vectors, int dimensions, int count)
    {
        var means = new SphericalKMeans(vectors, dimensions, count);
        means.Start();
        for (var round = 0; round < Rounds; round++)
        {
            means.Assign();
            means.Average();
        }

        var numbers = means.clusters.Distinct().Index().ToDictionary(cluster => cluster.Item, cluster => cluster.Index);
        return [.. means.clusters.Select(cluster => numbers[cluster])];
    }

    private void Start()
    {
        var random = new Random(1);
        var distances = new double[Math.Min(vectors.Length, CandidatesOfCluster * count)];
        Array.Fill(distances, 1);
        for (var cluster = 0; cluster < count; cluster++)
        {
            var chance = random.NextDouble() * distances.Sum();
            var chosen = 0;
            while (chosen < distances.Length - 1 && (chance -= distances[chosen]) > 0) chosen++;
            AddToMean(vectors[chosen], cluster);
            for (var i = 0; i < distances.Length; i++) distances[i] = Math.Max(0, Math.Min(distances[i], 1 - Cosine(vectors[i], cluster)));
        }
    }

    private void Assign()
    {
        var cosines = new float[count];
        for (var i = 0; i < vectors.Length; i++)
        {
            Array.Clear(cosines);
            var (indices, values) = (vectors[i].Indices, vectors[i].Values);
            for (var x = 0; x < indices.Length; x++)
            {
                var row = means.AsSpan(indices[x] * count, count);
                for (var cluster = 0; cluster < row.Length; cluster++) cosines[cluster] += values[x] * row[cluster];
            }

            clusters[i] = Array.IndexOf(cosines, cosines.Max());
        }
    }

    private void Average()
    {
        Array.Clear(means);
        for (var i = 0; i < vectors.Length; i++) AddToMean(vectors[i], clusters[i]);
        var squares = new double[count];
        for (var i = 0; i < means.Length; i++) squares[i % count] += means[i] * means[i];
        for (var i = 0; i < means.Length; i++)
            if (means[i] != 0) means[i] = (float)(means[i] / Math.Sqrt(squares[i % count]));
    }

    private void AddToMean(SparseVector vector, int cluster)
    {
        for (var x = 0; x < vector.Indices.Length; x++) means[vector.Indices[x] * count + cluster] += vector.Values[x];
    }

    private float Cosine(SparseVector vector, int cluster)
    {
        var sum = 0f;
        for (var x = 0; x < vector.Indices.Length; x++) sum += vector.Values[x] * means[vector.Indices[x] * count + cluster];
        return sum;
    }
}
