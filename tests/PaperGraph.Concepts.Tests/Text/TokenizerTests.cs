using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Tests.Text;

public sealed class TokenizerTests
{
    /// <summary>Any text, and such as holds pieces of TeX, HTML and emoji in any order, also cut off and unbalanced.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""),
        Gen.Elements(
            "a", "B", "-", "'", " ", ".", "1", "$", "{", "}", "\\", "\\L", "\\o", "\\ss", "\\tau", "\\\"", "\\H", "{\\'", "&", "&amp;",
            "&#x1F680;", ";", "🚀", "\ud83d",
            "\ude80", "\ufe0f", "\u0301", "é", "Σ").ListOf().Select(string.Concat));

    [Theory]
    [InlineData("Fine-tuning LLMs, fast.", "Fine-tuning|LLMs|,|fast|.")]
    [InlineData("pass@1 of 12.5% on Qwen2.5-7B", "pass@1|of|12.5|%|on|Qwen2.5-7B")]
    [InlineData(@"an error of $O(n^2)$ and \textbf{x}", @"an|error|of|$O(n^2)$|and|\textbf|{|x|}")]
    [InlineData("See https://github.com/a/b. Then", "See|https://github.com/a/b|.|Then")]
    [InlineData("it costs $5 and <i>more</i>", "it|costs|$|5|and|<i>|more|</i>")]
    [InlineData("the model's C++ code", "the|model's|C++|code")]
    [InlineData(@"Schr\""odinger and Erd\H{o}s-R{\'e}nyi", @"Schr\""odinger|and|Erd\H{o}s-R{\'e}nyi")]
    [InlineData(@"the {\L}ojasiewicz map, \O{}re, $\tau$-bench, $\tau$", @"the|{\L}ojasiewicz|map|,|\O{}re|,|$\tau$-bench|,|$\tau$")]
    [InlineData("a Q&amp;A on caf&eacute;s", "a|Q|&amp;|A|on|caf&eacute;s")]
    [InlineData("🚀LLM agents ⚡️ with 🔥LoRA🔥 and 𝐀𝐁", "🚀|LLM|agents|⚡|\ufe0f|with|🔥|LoRA|🔥|and|𝐀𝐁")]
    public void Text_is_cut_into_tokens(string text, string expected) =>
        string.Join('|', Tokenizer.Tokens(text).Select(token => token.Surface)).ShouldBe(expected);

    [Fact]
    public void Tokens_are_slices_in_order_with_white_space_between() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var at = 0;
        foreach (var token in Tokenizer.Tokens(text))
        {
            text.Substring(token.Start, token.Length).ShouldBe(token.Surface);
            text[at..token.Start].Trim().ShouldBeEmpty();
            at = token.End;
        }

        text[at..].Trim().ShouldBeEmpty();
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("We win, e.g. by 3.5 points. Then we stop.", 2)]
    [InlineData("Is it so? Smith et al. say no! Fig. 3 shows it.", 3)]
    [InlineData("One sentence without an end", 1)]
    [InlineData("", 0)]
    public void Sentences_end_where_a_reader_would_end_them(string text, int count) =>
        Sentences.Split(Tokenizer.Tokens(text)).Count.ShouldBe(count);
}
