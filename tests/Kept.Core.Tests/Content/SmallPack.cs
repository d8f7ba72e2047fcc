using Kept.Core.Content;
using Kept.Testing;

namespace Kept.Core.Tests.Content;

/// <summary>A small pack in a folder of its own, valid until a test breaks one thing of it.</summary>
internal sealed class SmallPack : IDisposable
{
    private readonly TempFolder _folder = new();

    public SmallPack()
    {
        With("pack.yaml", """
            format: 1
            programme: small
            title: A small programme
            licence: Open Government Licence v3.0
            sources: [report]
            """);
        With("sources/sources.yaml", """
            - id: report
              effective: 2020-01-01
              title: The report
              kind: report
              lines: 100
            """);
        With("programmes/programmes.yaml", """
            - id: small
              effective: 2020-01-01
              title: A small programme
              promise: Things will be better.
              summary: Somebody promised.
              made: {text: 1 January 2020, qualifier: on, kind: past, start: 2020-01-01, end: 2020-01-01}
              deadline: {text: by 2030, qualifier: by, end: 2030-12-31, strictEnd: 2029-12-31, periodStart: 2030-01-01}
            """);
        With("plans/plans.yaml", """
            - id: the-plan
              effective: 2021-01-01
              title: The plan
              source: report 2
            """);
        With("areas/areas.yaml", """
            - id: homes
              effective: 2021-01-01
              title: Homes
              plan: the-plan
              order: 1
              source: report 3
            """);
        With("actions/build.yaml", """
            versions:
              - effective: 2021-01-01
                title: Build
                plan: the-plan
                area: homes
                order: 1
                source: report 4
                requirements:
                  - {id: build-r1, n: 1, text: Homes are built., source: report 5-6}
              - effective: 2021-06-30
                effectiveText: about late June 2021
                leads:
                  - id: build-l1
                    organisation: council
                    role: lead
                    source: report 7
            """);
        With("organisations/organisations.csv", """
            id,effective,name,type,named,otherNames,sources
            council,2020-01-01,The Council,local authority,yes,Council; the council,"report 7, 9; report 12-14"
            builders,2020-01-01,"Builders, the",third sector,yes,,report 8
            """);
        With("commitments/commitments.csv", """
            id,effective,text,actions,who,with,status,statusWording,statusBasis
            homes-c1,2021-06-30,Build ten homes.,build,council,builders,planned,will build,as worded in The report
            """);
        With("commitments/printed.csv", """
            commitment,id,action,text,status,statusWording,who,source
            homes-c1,build-c1,build,Build ten homes.,planned,will build,council,report 20-21
            """);
        With("commitments/dates.csv", """
            commitment,text,qualifier,end,strictEnd,periodStart
            homes-c1,by 2023,by,2023-12-31,2022-12-31,2023-01-01
            """);
        With("milestones/milestones.csv", """
            id,effective,title,action,due.text,due.qualifier,due.start,due.end,of,basis,source
            build-m1,2021-06-30,Ten homes,build,July 2021,in,2021-07-01,2021-07-31,homes-c1,commitment,report 20
            """);
        With("links/links.csv", """
            id,effective,from,to,toKind,strength,reason,source
            link-1,2021-06-30,build,homes,area,named,Homes are what is built,"report 22, 24"
            """);
        With("assessments/assessments.yaml", """
            - id: build-assessment
              effective: 2021-06-30
              action: build
              category: underway
              wording: Work is underway.
              assessor: council
              source: report 25
            """);
    }

    public string Path => _folder.Path;

    /// <summary>Writes a file of the pack, or puts another in its place.</summary>
    public SmallPack With(string path, string text)
    {
        _folder.Write(path, text.EndsWith('\n') ? text : text + "\n");
        return this;
    }

    public SmallPack WithBytes(string path, byte[] bytes)
    {
        File.WriteAllBytes(_folder.Write(path, ""), bytes);
        return this;
    }

    /// <summary>Puts other words in place of the first place where they stand.</summary>
    public SmallPack Replace(string path, string words, string by)
    {
        var text = File.ReadAllText(_folder.File(path));
        var at = text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0) throw new InvalidOperationException($"{path} does not say \"{words}\".");
        return With(path, text[..at] + by + text[(at + words.Length)..]);
    }

    public SmallPack Append(string path, string text) => With(path, File.ReadAllText(_folder.File(path)) + text);

    public SmallPack Without(string path)
    {
        File.Delete(_folder.File(path));
        return this;
    }

    public PackFolder Read() => PackFolder.Read(Path);

    /// <summary>Its problems as a person reads them.</summary>
    public string[] Errors() => [.. Read().Errors.Select(e => e.ToString())];

    public void Dispose() => _folder.Dispose();
}
