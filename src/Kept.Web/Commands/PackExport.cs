namespace Kept.Web.Commands;
public static class PackExport { public static int Run(string a,string b)=>1; }
