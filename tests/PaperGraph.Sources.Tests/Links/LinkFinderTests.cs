using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Model.Links;

namespace PaperGraph.Sources.Links;

public sealed class LinkFinderTests
{
    [Theory]
    // The text, with the quote in guillemets, and what it leads to.
    [InlineData("Code: «https://github.com/map-lab/fold».", "github.com/map-lab/fold")]
    [InlineData("Code («https://github.com/map-lab/fold»), and more.", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold.git».", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold/tree/main/a_b/»; see", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold/blob/main/fold.py»!", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold/»", "github.com/map-lab/fold")]
    [InlineData("at «http://www.github.com/map-lab/fold»,", "github.com/map-lab/fold")]
    [InlineData("at «HTTPS://GitHub.com/Map-Lab/Fold»:", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold.jl».", "github.com/map-lab/fold.jl")]
    [InlineData("at «https://github.com/map-lab/fold#readme».", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold?tab=readme-ov-file».", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com//map-lab//fold»", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold»{here}.", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold».Additionally, we", "github.com/map-lab/fold")]
    [InlineData("tearing.Code:«https://github.com/map-lab/fold»", "github.com/map-lab/fold")]
    [InlineData("at \\url{«https://github.com/map-lab/fold»}.", "github.com/map-lab/fold")]
    [InlineData("at \\href{«https://github.com/map-lab/fold»}{our page}.", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold\\_maps\\_v2».", "github.com/map-lab/fold_maps_v2")]
    [InlineData("at «https://github.com/map-lab/fold{\\_}maps».", "github.com/map-lab/fold_maps")]
    [InlineData("[code](«https://github.com/map-lab/fold»).", "github.com/map-lab/fold")]
    [InlineData("at [«https://github.com/map-lab/fold»](https://github.com", "github.com/map-lab/fold")]
    [InlineData("at **«https://github.com/map-lab/fold»**", "github.com/map-lab/fold")]
    [InlineData("at «github.com/map-lab/fold».", "github.com/map-lab/fold")]
    [InlineData("at «www.github.com/map-lab/fold».", "github.com/map-lab/fold")]
    [InlineData("at «https://raw.githubusercontent.com/map-lab/fold/main/README.md».", "github.com/map-lab/fold")]
    [InlineData("at “«https://github.com/map-lab/fold»”，然后", "github.com/map-lab/fold")]
    [InlineData("at «https://gitee.com/Map-Lab/fold».", "gitee.com/map-lab/fold")]
    [InlineData("at «https://bitbucket.org/map-lab/fold/src/master/».", "bitbucket.org/map-lab/fold")]
    [InlineData("at «https://gitlab.com/map-lab/paper/fold/-/tree/main».", "gitlab.com/map-lab/paper/fold")]
    [InlineData("at «https://gitlab.uni-example.de/map-lab/fold».", "gitlab.uni-example.de/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab».", "Profile https://github.com/map-lab by map-lab")]
    [InlineData("at «https://github.com/orgs/map-lab/repositories».", "Profile https://github.com/map-lab by map-lab")]
    [InlineData("at «https://github.com/topics/maps».", "Other https://github.com/topics/maps")]
    [InlineData("at «https://huggingface.co/Map-Lab».", "Profile https://huggingface.co/Map-Lab by Map-Lab")]
    [InlineData("at «https://huggingface.co/Map-Lab/fold-7b/tree/main».", "Model https://huggingface.co/Map-Lab/fold-7b by Map-Lab")]
    [InlineData("at «hf.co/Map-Lab/fold-7b».", "Model https://huggingface.co/Map-Lab/fold-7b by Map-Lab")]
    [InlineData("at «https://huggingface.co/gpt2».", "Model https://huggingface.co/gpt2")]
    [InlineData("at «https://huggingface.co/datasets/map-lab/folds».", "Dataset https://huggingface.co/datasets/map-lab/folds by map-lab")]
    [InlineData("at «https://huggingface.co/datasets/squad».", "Dataset https://huggingface.co/datasets/squad")]
    [InlineData("at «https://huggingface.co/spaces/map-lab/demo».", "Space https://huggingface.co/spaces/map-lab/demo by map-lab")]
    [InlineData("at «https://map-lab-demo.hf.space».", "Space https://map-lab-demo.hf.space")]
    [InlineData("at «https://huggingface.co/collections/map-lab/folds-65».",
        "Collection https://huggingface.co/collections/map-lab/folds-65 by map-lab")]
    [InlineData("at «https://huggingface.co/papers/2312.03876».", "Other https://huggingface.co/papers/2312.03876")]
    [InlineData("at «https://map-lab.github.io/Fold/».", "ProjectPage https://map-lab.github.io/Fold by map-lab")]
    [InlineData("at «map-lab.github.io».", "ProjectPage https://map-lab.github.io by map-lab")]
    [InlineData("Project page: «https://fold.example.org/».", "ProjectPage https://fold.example.org")]
    [InlineData("Website «https://fold.example.org/a?b=c&utm_source=x».", "ProjectPage https://fold.example.org/a?b=c")]
    [InlineData("at «https://example.org/projects/fold».", "ProjectPage https://example.org/projects/fold")]
    [InlineData("at «https://en.example.org/wiki/Fold_(art)» and", "Other https://en.example.org/wiki/Fold_(art)")]
    [InlineData("at «https://bit.ly/fold-maps».", "Other https://bit.ly/fold-maps")]
    [InlineData("at «https://anonymous.4open.science/r/Fold-527C»{here}", "Other https://anonymous.4open.science/r/Fold-527C")]
    [InlineData("at «https: //github.com/map-lab/fold».", "github.com/map-lab/fold")]
    [InlineData("at «https://  github.com/map-lab/fold».", "github.com/map-lab/fold")]
    [InlineData("at «http : // www.github.com/map-lab/fold», and", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/ map-lab/fold».", "github.com/map-lab/fold")]
    [InlineData("at «https://github. com/map-lab/fold» and", "github.com/map-lab/fold")]
    [InlineData("at «github. com/map-lab/fold» and", "github.com/map-lab/fold")]
    [InlineData("at «https: //map-lab.github.io».", "ProjectPage https://map-lab.github.io by map-lab")]
    [InlineData("at «https://github.com/map\u200B-lab/\u00ADfold»\u200B.", "github.com/map-lab/fold")]
    [InlineData("at «https:\u200B//github.com/map-lab/\uFEFFfold»", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold».Results hold.", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/fold».Ablations show it.", "github.com/map-lab/fold")]
    [InlineData("at «https://github.com/map-lab/Fold.Net» and there.", "github.com/map-lab/fold.net")]
    [InlineData("at «https://github.com/map-lab/Fold.Net».", "github.com/map-lab/fold.net")]
    [InlineData("at «https://github.com/user-attachments/assets/0a1b».", "Other https://github.com/user-attachments/assets/0a1b")]
    [InlineData("at «https://gitlab.com/explore/projects».", "Other https://gitlab.com/explore/projects")]
    [InlineData("at «http://192.0.2.7:5000/demo».", "Other http://192.0.2.7:5000/demo")]
    public void A_link_is_found_with_what_it_leads_to(string marked, string target)
    {
        var start = marked.IndexOf('«', StringComparison.Ordinal);
        var length = marked.IndexOf('»', StringComparison.Ordinal) - start - 1;
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

        var found = LinkFinder.Find(text)[0];

        found.Quote.ShouldBe(text.Substring(start, length));
        (found.Start, found.Length).ShouldBe((start, length));
        SourceItemText(found.Target).ShouldBe(target);
    }

    [Theory]
    [InlineData("Mail to fold@github.com or fold@map-lab.github.io.")]
    [InlineData("We host it on github.com and on huggingface.co, see there.")]
    [InlineData("See https://github.com/ for more, or https://...")]
    [InlineData("We write https: // and go on, i.e. http: //; on github. com and/or elsewhere, at https://github.com/ and/or here.")]
    [InlineData("The prefix http:// is no link, nor is notgithub.com/map-lab/fold.")]
    [InlineData("at https://localhost/fold and https://user:secret@example.org/fold")]
    [InlineData("")]
    public void What_leads_nowhere_is_no_link(string text) => LinkFinder.Find(text).ShouldBeEmpty();

    [Fact]
    public void All_links_are_found_in_the_order_of_the_text()
    {
        var found = LinkFinder.Find(
            "Code is at https://github.com/a/b,https://github.com/c/d and https://gitee.com/e/f, models at hf.co/a/m.");

        found.Select(link => SourceItemText(link.Target)).ShouldBe(
            ["github.com/a/b", "github.com/c/d", "gitee.com/e/f", "Model https://huggingface.co/a/m by a"]);
    }

    [Fact]
    public void The_quote_of_any_text_is_its_slice() => Prop.ForAll(
        Gen.Elements(
                "https://", "http", "github.com/", "a", "/", "b-c", ".", ",", ")", "(", "{", "}", "\\_", "\\", " ", "www.", "hf.co/",
                "[", "]",
                "é", "😀", "https: //", "github. com/", "\u200B", "\u00AD", ".Results", "https://github.com/a/b", ".github.io",
                "$", "%", "#", "?", "=")
            .ArrayOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        text =>
        {
            var end = 0;
            foreach (var link in LinkFinder.Find(text))
            {
                link.Start.ShouldBeGreaterThanOrEqualTo(end);
                link.Quote.ShouldBe(text.Substring(link.Start, link.Length));
                end = link.Start + link.Length;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_address_is_found_whatever_stands_around_and_within_it()
    {
        var name = Gen.Choose(1, 12).SelectMany(length => Gen.Elements("abcxyz019-_".ToCharArray()).ArrayOf(length))
            .Select(letters => "a" + new string(letters).TrimEnd('-', '_') + "z");
        var owner = name.Select(letters => letters.Replace('_', '-'));
        var scheme = Gen.Elements("https://", "http://", "https: //", "https:// ", "https : //", "http:\u200B//");
        var before = Gen.Elements("", "Code is at ", "(", "Find it here: ", "tearing.Code:", "\\url{", "“", "Naïve 😀 maps, ");
        var after = Gen.Elements("", ".", ", and more.", ")", "}", " is open.", "”。", ".Results hold.", "\u200B and", "; see");

        Prop.ForAll(
            (from text in before
             from start in scheme
             from account in owner
             from repository in name
             from invisible in Gen.Elements("", "\u200B", "\u00AD", "\u2060")
             from rest in after
             select (
                 Before: text, Link: $"{start}github.com/{invisible}{account}/{repository}",
                 Key: $"github.com/{account}/{repository}", After: rest))
            .ToArbitrary(),
            made =>
            {
                var text = made.Before + made.Link + made.After;

                var found = LinkFinder.Find(text).ShouldHaveSingleItem();

                (found.Start, found.Quote).ShouldBe((made.Before.Length, made.Link));
                text.Substring(found.Start, found.Length).ShouldBe(found.Quote);
                SourceItemText(found.Target).ShouldBe(made.Key);
            }).QuickCheckThrowOnFailure();
    }

    private static string SourceItemText(LinkTarget target) => target switch
    {
        RepositoryTarget repository => repository.Key,
        ResourceTarget { Owner: { } owner } resource => $"{resource.Kind} {resource.Url} by {owner}",
        ResourceTarget resource => $"{resource.Kind} {resource.Url}",
        _ => throw new ArgumentException(target.Url),
    };
}
