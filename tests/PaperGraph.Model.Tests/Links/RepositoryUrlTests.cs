using PaperGraph.Model.Links;

namespace PaperGraph.Model.Tests.Links;

public sealed class RepositoryUrlTests
{
    [Theory]
    [InlineData("https://github.com/Map-Lab/Fold/tree/main")]
    [InlineData("https://github.com/Map-Lab/Fold?tab=readme-ov-file")]
    [InlineData(" https://github.com//Map-Lab/Fold.git/ ")]
    [InlineData("github.com/Map-Lab/Fold")]
    [InlineData("https: //github.com/Map-Lab/Fold")]
    [InlineData("https://github.com/Map-\u00ADLab/\u200BFold")]
    [InlineData("git@github.com:Map-Lab/Fold.git")]
    [InlineData("git+https://github.com/Map-Lab/Fold.git")]
    [InlineData("ssh://git@github.com/Map-Lab/Fold.git")]
    [InlineData("https://www.github.com:443/Map-Lab/Fold#fold")]
    public void An_address_is_normalised(string value)
    {
        RepositoryUrl.TryParse(value, out var repository).ShouldBeTrue();
        repository.Host.ShouldBe("github.com");
        repository.Owner.ShouldBe("Map-Lab");
        repository.Name.ShouldBe("Fold");
        repository.Key.ShouldBe("github.com/map-lab/fold");
        repository.Url.ShouldBe("https://github.com/Map-Lab/Fold");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("https://github.com/Map-Lab")]
    [InlineData("https://github.com/Map-Lab/..")]
    [InlineData("https://github.com/user-attachments/assets/0a1b")]
    [InlineData("https://gitlab.com/-/snippets/1")]
    [InlineData("https://huggingface.co/map-lab/fold")]
    public void An_address_that_names_no_repository_is_not_parsed(string? value) => RepositoryUrl.TryParse(value, out _).ShouldBeFalse();
}
