namespace PaperGraph.Network.Neighborhoods;

/// <summary>
/// Places for the nodes of a drawing: all push each other away, and edges pull their ends together (Fruchterman and Reingold 1991, "Graph
/// Drawing by Force-directed Placement"). It begins on a spiral in the order of the nodes and uses no random number, so that the same
/// drawing has the same places.
/// </summary>
public static class ForceLayout
{
    /// <summary>How many times two nodes may be held against each other in all, which a drawing of any size takes some 50 ms for.</summary>
    private const int MaxPairs = 5_000_000;

    private const int MaxRounds = 200;

    private const int MinRounds = 20;

    /// <summary>The angle between two nodes on the spiral: no two lie on one line from the centre.</summary>
    private const float GoldenAngle = 2.3999632f;

    /// <summary>How strongly all are drawn to the centre, so that what hangs together with nothing does not fly away.</summary>
    private const float Gravity = 0.05f;

    /// <param name="edges">Places in the list of nodes.</param>
    /// <returns>Of each node x and y, from -1 to 1.</returns>
    public static (float X, float Y)[] Place(int nodes, IReadOnlyList<(int From, int To)> edges)
    {
        var places = new (float X, float Y)[nodes];
        for (var node = 0; node < nodes; node++)
        {
            var radius = MathF.Sqrt((node + 0.5f) / nodes);
            places[node] = (radius * MathF.Cos(node * GoldenAngle), radius * MathF.Sin(node * GoldenAngle));
        }
        if (nodes < 2) return nodes == 0 ? [] : [(0, 0)];

        var distance = 1 / MathF.Sqrt(nodes);
        var rounds = Math.Clamp(MaxPairs / (nodes * nodes), MinRounds, MaxRounds);
        var forces = new (float X, float Y)[nodes];
        for (var round = 0; round < rounds; round++)
        {
            Array.Clear(forces);
            Push(places, forces, distance);
            Pull(places, forces, edges, distance);
            Move(places, forces, 0.1f * (1 - round / (float)rounds) + 0.001f);
        }
        return Fit(places);
    }

    private static void Push((float X, float Y)[] places, (float X, float Y)[] forces, float distance)
    {
        for (var node = 0; node < places.Length; node++)
        {
            for (var other = node + 1; other < places.Length; other++)
            {
                var (x, y) = (places[node].X - places[other].X, places[node].Y - places[other].Y);
                var force = distance * distance / MathF.Max(x * x + y * y, 1e-6f);
                forces[node].X += x * force;
                forces[node].Y += y * force;
                forces[other].X -= x * force;
                forces[other].Y -= y * force;
            }
        }
    }

    private static void Pull(
        (float X, float Y)[] places, (float X, float Y)[] forces, IReadOnlyList<(int From, int To)> edges, float distance)
    {
        foreach (var (from, to) in edges)
        {
            var (x, y) = (places[from].X - places[to].X, places[from].Y - places[to].Y);
            var force = MathF.Sqrt(x * x + y * y) / distance;
            forces[from].X -= x * force;
            forces[from].Y -= y * force;
            forces[to].X += x * force;
            forces[to].Y += y * force;
        }
        for (var node = 0; node < places.Length; node++)
        {
            forces[node].X -= Gravity * places[node].X / distance;
            forces[node].Y -= Gravity * places[node].Y / distance;
        }
    }

    /// <summary>Moves each node the way it is drawn, and no further than the round allows.</summary>
    private static void Move((float X, float Y)[] places, (float X, float Y)[] forces, float max)
    {
        for (var node = 0; node < places.Length; node++)
        {
            var (x, y) = forces[node];
            var length = MathF.Sqrt(x * x + y * y);
            if (length == 0) continue;
            var step = MathF.Min(length, max) / length;
            places[node].X += x * step;
            places[node].Y += y * step;
        }
    }

    /// <summary>Moves and stretches them so that they fill the square from -1 to 1, both directions alike.</summary>
    private static (float X, float Y)[] Fit((float X, float Y)[] places)
    {
        var (minX, maxX) = (places.Min(place => place.X), places.Max(place => place.X));
        var (minY, maxY) = (places.Min(place => place.Y), places.Max(place => place.Y));
        var half = MathF.Max(MathF.Max(maxX - minX, maxY - minY) / 2, 1e-6f);
        var (middleX, middleY) = ((minX + maxX) / 2, (minY + maxY) / 2);
        return Array.ConvertAll(
            places,
            place => (Math.Clamp((place.X - middleX) / half, -1, 1), Math.Clamp((place.Y - middleY) / half, -1, 1)));
    }
}
