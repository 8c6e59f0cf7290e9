namespace PaperGraph.Concepts.Training.Tests;

public sealed class ContextVectorsTests
{
    private static readonly string[] Animals = ["cat", "dog", "fox"];

    private static readonly string[] Verbs = ["eat", "hide", "watch"];

    private static readonly string[] Meals = ["bread", "cheese", "corn"];

    [Fact]
    public void Words_that_are_used_alike_are_in_one_cluster()
    {
        var texts = from animal in Animals from verb in Verbs from meal in Meals select $"The {animal} will {verb} some {meal}.";

        var contexts = ContextVectors.From(texts);
        var clusters = SphericalKMeans.Clusters(contexts.Vectors, ContextVectors.Dimensions, 7);

        string[] Alike(string word) =>
            [.. contexts.Words.Where((_, i) => clusters[i] == clusters[Array.IndexOf(contexts.Words, word)]).Order(StringComparer.Ordinal)];
        Alike("cat").ShouldBe(Animals);
        Alike("hide").ShouldBe(Verbs);
        Alike("corn").ShouldBe(Meals);
    }

    [Fact]
    public void What_is_used_seldom_has_no_vector() =>
        ContextVectors.From([.. Enumerable.Repeat("The cat sleeps.", 8), "The dog sleeps."]).Words.ShouldBe(
            [".", "the", "cat", "sleep"], ignoreOrder: true);
}
