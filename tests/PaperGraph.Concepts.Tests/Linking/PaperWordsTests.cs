using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Tests.Linking;

public sealed class PaperWordsTests
{
    [Theory]
    [InlineData("Sparse experts", "expert 2, sparse 2")]
    [InlineData("A model of the 12 models", "model 4")]
    [InlineData("Mixture-of-experts", "expert 2, mixture 2")]
    [InlineData("Code at https://github.com/acme/group and www.acme.org", "code 2")]
    [InlineData("The experts' routes, an expert's way", "expert 4, route 2, way 2")]
    [InlineData("Bird\u2019s eye", "bird 2, eye 2")]
    [InlineData("Routing with $x^2$ \\alpha <i>experts</i>", "expert 2, routing 2")]
    public void Words_are_counted_without_function_words_numbers_markup_and_links(string title, string words)
    {
        string.Join(", ", PaperWords.From(new PaperText(title, null)).Select(word => $"{word.Word} {word.Count}")).ShouldBe(words);
    }

    [Fact]
    public void A_word_of_the_title_counts_twice()
    {
        string.Join(", ", PaperWords.From(new PaperText("Experts", "Experts route experts.")).Select(word => $"{word.Word} {word.Count}"))
            .ShouldBe("expert 4, route 1");
    }

    [Theory]
    [InlineData("Routing of experts: Experts' routes", "expert", "experts Experts")]
    [InlineData("A mixture-of-experts, for x = 3", "expert mixture", "mixture experts")]
    [InlineData("Masks", "expert", "")]
    public void Words_are_found_where_they_stand(string text, string words, string slices)
    {
        string.Join(' ', PaperWords.Find(text, words.Split(' ')).Select(place => text.Substring(place.Start, place.Length)))
            .ShouldBe(slices);
    }

    [Fact]
    public void The_words_of_names_are_those_of_the_texts_they_stand_in()
    {
        PaperWords.In(["Mixture-of-Experts", "experts", "MoE (3)"]).ShouldBe(["expert", "mixture", "moe"]);
    }
}
