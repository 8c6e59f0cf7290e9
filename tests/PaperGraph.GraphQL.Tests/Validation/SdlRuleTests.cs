using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.GraphQL.Tests.Validation;

/// <summary>Facts about one rule for documents of the type system language; see <see cref="RuleTests"/>.</summary>
public abstract class SdlRuleTests(string rule)
{
    protected void Expect(string document, params string[] errors) => Check(document, null, errors);

    protected void ExpectOfExtension(string existing, string document, params string[] errors) =>
        Check(document, Parser.Parse(existing), errors);

    private void Check(string document, DocumentNode? existing, string[] errors) =>
        Validator.Violations(new SdlContext(Parser.Parse(document), existing), SpecifiedSdlRules.All)
            .Where(violation => violation.Rule!.Name == rule)
            .Select(violation => RuleTests.Describe(violation.Error))
            .ShouldBe(errors);
}
