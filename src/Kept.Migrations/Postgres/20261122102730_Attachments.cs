using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Attachments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "work_attachment",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    contribution_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    @checked = table.Column<string>(name: "checked", type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_attachment", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_attachment_work_contribution_contribution_id",
                        column: x => x.contribution_id,
                        principalTable: "work_contribution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_attachment_bytes",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_attachment_bytes", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_attachment_bytes_work_attachment_id",
                        column: x => x.id,
                        principalTable: "work_attachment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_attachment_contribution_id",
                table: "work_attachment",
                column: "contribution_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_attachment_bytes");

            migrationBuilder.DropTable(
                name: "work_attachment");
        }
    }
}
